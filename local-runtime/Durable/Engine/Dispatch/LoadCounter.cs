namespace EntCredit.LocalRuntime.Durable.Engine.Dispatch;

/// <summary>Counts what is queued or running. A piece that leads to another enters that one before it leaves.</summary>
internal sealed class LoadCounter
{
    private readonly Lock _gate = new();
    private int _count;
    private TaskCompletionSource? _idle;

    public void Enter()
    {
        lock (_gate)
            _count++;
    }

    public void Leave()
    {
        TaskCompletionSource? idle = null;
        lock (_gate)
        {
            if (--_count == 0)
                (idle, _idle) = (_idle, null);
        }

        idle?.TrySetResult();
    }

    /// <summary>Done when nothing is queued or running; done already where nothing is.</summary>
    public Task Idle()
    {
        lock (_gate)
        {
            return _count == 0
                ? Task.CompletedTask
                : (_idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}
