namespace EntCredit.LocalRuntime.Messaging.Storage;

/// <summary>A piece of work for the writer. It may be applied more than once, in transactions of which only the last commits.</summary>
internal abstract class GroupWork<TStore>
{
    public abstract void Apply(TStore store);

    public abstract void Committed();

    public abstract void Failed(Exception failure);
}
