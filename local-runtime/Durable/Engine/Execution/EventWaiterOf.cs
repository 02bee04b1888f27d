namespace EntCredit.LocalRuntime.Durable.Engine.Execution;

/// <inheritdoc/>
internal sealed class EventWaiter<T>(EventWaiter? below) : EventWaiter(typeof(T), below)
{
    private readonly TaskCompletionSource<T> _source = new();

    public Task<T> Task => _source.Task;

    public void Cancel(CancellationToken token) => _source.TrySetCanceled(token);

    public override void Take(object? value) => _source.TrySetResult((T)value!);
}
