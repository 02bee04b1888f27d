namespace EntCredit.LocalRuntime.Durable.Engine.Storage;

/// <summary>A piece of work for the writer. It may be applied more than once, in transactions of which only the last commits.</summary>
internal abstract class StoreWork
{
    public List<StoreEffect> Effects { get; } = [];

    public abstract void Apply(StoreWriter store);

    public abstract void Committed();

    public abstract void Failed(Exception failure);
}
