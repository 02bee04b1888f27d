using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Engine.Steps;

namespace EntCredit.LocalRuntime.Tests.Durable.Stores;

/// <summary>The store as it would be without SQLite, transactions, groups and effects: what each step means, on lists.</summary>
internal sealed class NaiveStore : IDurableSteps
{
    private readonly List<NaiveInstance> _all = [];
    private long _last;

    /// <summary>What the steps answered.</summary>
    public List<string> Results { get; } = [];

    /// <summary>A store on which steps were taken.</summary>
    public static NaiveStore After(IEnumerable<StoreStep> before)
    {
        var store = new NaiveStore();
        foreach (var step in before)
            step.Take(store);
        return store;
    }

    public string Schedule(string id, bool replaces, int? startAt)
    {
        if (Find(id) is { } existing)
        {
            if (existing.IsOpen && !replaces)
                return $"refused by {existing.Status}";
            if (existing.IsOpen)
                TellParent(existing, MessageKind.SubOrchestrationFailed);
            _all.Remove(existing);
        }

        Add(id, startAt, null);
        return "scheduled";
    }

    public string Tell(string id, MessageKind kind, string? name)
    {
        if (Find(id) is not { IsOpen: true } found)
            return "False";
        found.Messages.Add((kind, -1, name));
        return "True";
    }

    public string Turn(string id, TurnPlan plan)
    {
        if (Find(id) is not { IsReady: true } found)
            return "not ready";
        if (plan.IsStale)
            return "False";
        var (number, execution) = (found.Turns, found.Execution);
        var through = found.Through + Math.Min(plan.Takes, found.Messages.Count - found.Through);
        (found.Turns, found.Through) = (number + 1, through);
        found.Status = plan.Ends switch
        {
            TurnEnd.Suspends => OrchestrationRuntimeStatus.Suspended,
            TurnEnd.Completes => OrchestrationRuntimeStatus.Completed,
            TurnEnd.Fails => OrchestrationRuntimeStatus.Failed,
            TurnEnd.Terminates => OrchestrationRuntimeStatus.Terminated,
            _ => OrchestrationRuntimeStatus.Running,
        };
        foreach (var action in plan.Actions(number))
            Carry(found, execution, action);
        foreach (var timer in plan.Cancelled(number))
            found.Timers.Remove(timer);
        if (plan.Next is { } next)
        {
            var late = found.Messages[through..].Where(message => message.Task == -1).ToList();
            Clear(found);
            (found.Execution, found.Turns, found.Through) = (execution + 1, 0, 0);
            found.Messages.Clear();
            found.Messages.AddRange(next.Events.Select(carried => (MessageKind.EventRaised, -1, (string?)carried.Name)));
            found.Messages.AddRange(late);
        }
        else if (!found.IsOpen)
        {
            Clear(found);
            TellParent(found, plan.Ends == TurnEnd.Completes ? MessageKind.SubOrchestrationCompleted : MessageKind.SubOrchestrationFailed);
        }

        return "True";
    }

    public string Answer(string id, bool succeeds, bool twice)
    {
        if (Find(id) is not { Activities.Count: > 0 } found)
            return "none";
        var task = found.Activities.Min();
        found.Activities.Remove(task);
        found.Messages.Add((succeeds ? MessageKind.TaskCompleted : MessageKind.TaskFailed, task, null));
        return twice ? "True False" : "True";
    }

    public string Fire(int now)
    {
        var due = _all.SelectMany(i => i.Timers.Select(timer => (Due: timer.Value, i.Sequence, Task: timer.Key, Instance: i)))
            .Where(timer => timer.Due <= now).Order(Comparer<(int Due, long Sequence, int Task, NaiveInstance)>.Create(
                (a, b) => (a.Due, a.Sequence, a.Task).CompareTo((b.Due, b.Sequence, b.Task)))).Take(RealStore.FiredAtOnce).ToList();
        foreach (var (_, _, task, instance) in due)
        {
            instance.Timers.Remove(task);
            if (task < 0)
                instance.StartAt = null;
            else
                instance.Messages.Add((MessageKind.TimerFired, task, null));
        }

        return $"{NextDue()}";
    }

    public string Terminate(string id, bool recursive)
    {
        if (Find(id) is not { IsOpen: true } found)
            return "False";
        Terminate(found, recursive);
        return "True";
    }

    public string Purge(string id) => $"{Find(id) is { IsOpen: false } found && _all.Remove(found)}";

    public string PurgeAll(int limit)
    {
        var ended = _all.Where(i => !i.IsOpen).OrderBy(i => i.Sequence).Take(limit).ToList();
        _all.RemoveAll(ended.Contains);
        return $"{ended.Count}";
    }

    public string Restart(string id)
    {
        if (Find(id) is not { } found)
            return $"{RestartResult.NotFound}";
        if (found.IsOpen)
            return $"{RestartResult.NotEnded}";
        _all.Remove(found);
        Add(id, null, null);
        return $"{RestartResult.Restarted}";
    }

    public string Fail(string id)
    {
        // Numbers are given in memory: one that is not used is a gap, and no harm.
        _last++;
        return "failed";
    }

    public string Reopen(bool killed)
    {
        _last = _all.Select(i => i.Sequence).DefaultIfEmpty().Max();
        return "opened";
    }

    /// <summary>Everything that is stored, and what a host that starts now would find to do.</summary>
    public string Dump() => string.Join('\n',
    [
        .. _all.SelectMany(i => i.Lines()).Order(StringComparer.Ordinal),
        "ready " + string.Join(' ', _all.Where(i => i.IsReady).Select(i => i.Sequence).Order()),
        $"next {NextDue()}",
    ]);

    private NaiveInstance? Find(string id) => _all.SingleOrDefault(i => i.Id == id);

    private int? NextDue() => _all.SelectMany(i => i.Timers.Values).Select(due => (int?)due).Min();

    private void Add(string id, int? startAt, (long, int, int)? parent)
    {
        var added = new NaiveInstance(++_last, id, parent) { StartAt = startAt };
        if (startAt is { } due)
            added.Timers.Add(-1, due);
        _all.Add(added);
    }

    private void Carry(NaiveInstance instance, int execution, ScheduledAction action)
    {
        switch (action.Kind)
        {
            case ActionKind.Activity:
                instance.Activities.Add(action.Id);
                break;
            case ActionKind.Timer:
                instance.Timers.Add(action.Id, (int)action.Due);
                break;
            case ActionKind.SubOrchestration when Find(action.Target!) is { IsOpen: true }:
                instance.Messages.Add((MessageKind.SubOrchestrationFailed, action.Id, null));
                break;
            case ActionKind.SubOrchestration:
                _all.RemoveAll(i => i.Id == action.Target);
                Add(action.Target!, null, (instance.Sequence, execution, action.Id));
                break;
            case ActionKind.Event when Find(action.Target!) is { IsOpen: true } told:
                told.Messages.Add((MessageKind.EventRaised, -1, action.Name));
                break;
        }
    }

    private void Terminate(NaiveInstance found, bool recursive)
    {
        if (recursive)
            foreach (var child in _all.Where(i => i.IsOpen && i.Parent?.Sequence == found.Sequence).OrderBy(i => i.Sequence).ToList())
                Terminate(child, recursive);
        if (found.Status != OrchestrationRuntimeStatus.Pending)
        {
            found.Messages.Add((MessageKind.Terminated, -1, null));
            return;
        }

        found.Status = OrchestrationRuntimeStatus.Terminated;
        Clear(found);
        TellParent(found, MessageKind.SubOrchestrationFailed);
    }

    private void TellParent(NaiveInstance child, MessageKind kind)
    {
        if (child.Parent is { } link && _all.SingleOrDefault(i => i.Sequence == link.Sequence) is { IsOpen: true } parent && parent.Execution == link.Execution)
            parent.Messages.Add((kind, link.Task, null));
    }

    private static void Clear(NaiveInstance instance)
    {
        instance.Activities.Clear();
        instance.Timers.Clear();
    }
}
