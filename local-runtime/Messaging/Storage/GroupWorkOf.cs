namespace EntCredit.LocalRuntime.Messaging.Storage;

/// <inheritdoc/>
internal sealed class GroupWork<TStore, T>(Func<TStore, T> apply, Action<T> committed, Action<Exception> failed) : GroupWork<TStore>
{
    private T _result = default!;

    public override void Apply(TStore store) => _result = apply(store);

    public override void Committed() => committed(_result);

    public override void Failed(Exception failure) => failed(failure);
}
