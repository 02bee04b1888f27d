namespace EntCredit.LocalRuntime.Durable.Engine.Storage;

/// <inheritdoc/>
internal sealed class StoreWork<T>(Func<StoreWriter, T> apply, Action<T>? committed) : StoreWork
{
    private readonly TaskCompletionSource<T>? _source =
        committed is null ? new(TaskCreationOptions.RunContinuationsAsynchronously) : null;
    private T _result = default!;

    public Action<Exception>? WhenFailed { get; init; }

    public Task<T> Task => _source!.Task;

    public override void Apply(StoreWriter store) => _result = apply(store);

    public override void Committed()
    {
        committed?.Invoke(_result);
        _source?.TrySetResult(_result);
    }

    public override void Failed(Exception failure)
    {
        WhenFailed?.Invoke(failure);
        _source?.TrySetException(failure);
    }
}
