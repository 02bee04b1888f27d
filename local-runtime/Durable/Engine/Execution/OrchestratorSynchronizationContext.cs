namespace EntCredit.LocalRuntime.Durable.Engine.Execution;

/// <summary>
/// Keeps an orchestrator's continuations on the thread of its turn. What comes from another thread comes from a task that is not durable:
/// it runs on the pool, where the context refuses every call, as in the real engine.
/// </summary>
internal sealed class OrchestratorSynchronizationContext : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private bool _over;

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (!_over && Environment.CurrentManagedThreadId == _thread)
            _posted.Enqueue((d, state));
        else
            ThreadPool.QueueUserWorkItem(static work => work.d(work.state), (d, state), preferLocal: false);
    }

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state) => d(state);

    /// <summary>Runs what was posted on this thread.</summary>
    public void Drain()
    {
        while (_posted.TryDequeue(out var work))
            work.Callback(work.State);
    }

    /// <summary>The turn is over; later posts go to the pool.</summary>
    public void Close() => _over = true;
}
