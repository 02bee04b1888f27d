using EntCredit.LocalRuntime.Durable.Engine.History;

namespace EntCredit.LocalRuntime.Durable.Engine.Execution;

/// <content>Activities, sub-orchestrations and timers.</content>
internal sealed partial class ReplayContext
{
    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        EnsureOrchestratorThread();
        if (input is TaskOptions && options is null)
            throw new ArgumentException(
                $"A {nameof(TaskOptions)} value was provided for the activity input but no value was provided for {nameof(options)}.", nameof(input));
        var version = options?.Version?.Version ?? Version;
        return await WithRetries(options?.Retry, () => Ask<TResult>(
            name, id => new(ActionKind.Activity, id, name.Name, converter.Serialize(input), Version: version.Length == 0 ? null : version)));
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        EnsureOrchestratorThread();
        var target = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        var version = options?.Version?.Version;
        var tags = options?.Tags is { Count: > 0 } given ? new Dictionary<string, string>(given) : null;
        return await WithRetries(options?.Retry, () => Ask<TResult>(
            orchestratorName,
            id => new(ActionKind.SubOrchestration, id, orchestratorName.Name, converter.Serialize(input), target, version, Tags: tags)));
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        EnsureOrchestratorThread();
        return Timer(DurableClock.Legal, fireAt.ToUniversalTime(), cancellationToken);
    }

    /// <summary>Gives the answer of a task; one that nobody waits for any more is passed over.</summary>
    public void Complete(int taskId, string? result)
    {
        if (_open.Remove(taskId, out var task))
            task.Source.TrySetResult(result);
    }

    public void Fail(int taskId, TaskFailureDetails details)
    {
        if (_open.Remove(taskId, out var task))
            task.Source.TrySetException(new TaskFailedException(task.Name, taskId, details));
    }

    public void Suspend()
    {
        IsSuspended = true;
        Move(_asked, _withheld);
    }

    public void Resume()
    {
        IsSuspended = false;
        Move(_withheld, _asked);
    }

    private static void Move(SortedDictionary<int, ScheduledAction> from, SortedDictionary<int, ScheduledAction> to)
    {
        foreach (var (id, action) in from)
            to.Add(id, action);
        from.Clear();
    }

    private async Task<TResult> Ask<TResult>(TaskName name, Func<int, ScheduledAction> action)
    {
        var answer = await Open(action, name.Name).Task;
        return answer is null ? default! : converter.Deserialize<TResult>(answer);
    }

    private async Task Timer(DurableClock clock, DateTime due, CancellationToken cancellation)
    {
        var id = _nextId;
        var source = Open(i => new(ActionKind.Timer, i, Clock: clock, Due: due.Ticks), "");
        if (cancellation.CanBeCanceled)
            cancellation.Register(() => CancelTimer(id, source, cancellation));
        await source.Task;
    }

    private void CancelTimer(int id, TaskCompletionSource<string?> source, CancellationToken cancellation)
    {
        if (!_open.Remove(id))
            return;
        // A cancellation while replaying was stored with the turn in which it happened.
        if (!_replaying)
            _cancelledTimers.Add(id);
        source.TrySetCanceled(cancellation);
    }

    private TaskCompletionSource<string?> Open(Func<int, ScheduledAction> action, string name)
    {
        var id = _nextId++;
        _asked.Add(id, action(id));
        // Continuations run at once, inside the turn: that order is part of the replay.
        var source = new TaskCompletionSource<string?>();
        _open.Add(id, new(name, source));
        return source;
    }
}
