using EntCredit.LocalRuntime.Durable.Client;
using EntCredit.LocalRuntime.Durable.Engine.Execution;
using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Engine.Storage;

namespace EntCredit.LocalRuntime.Durable.Engine.Steps;

/// <summary>Records a turn with all that it asked for, in one transaction.</summary>
internal static class TurnStep
{
    /// <summary>Records a turn; false where the instance has been ended, replaced or purged meanwhile, and the turn is void.</summary>
    public static bool Commit(StoreWriter store, InstanceHeader instance, Turn turn, TurnOutcome outcome, long now)
    {
        if (!store.FinishTurn(instance, turn, outcome, now))
            return false;
        foreach (var action in outcome.Actions)
            Carry(store, instance, action, outcome.CancelledTimers, now);
        foreach (var timer in outcome.CancelledTimers)
            store.DeleteTimer(instance.Sequence, instance.Execution, timer);

        if (outcome.Next is { } next)
        {
            Continue(store, instance, turn, next);
            return true;
        }

        store.AddTurn(instance.Sequence, turn);
        if (outcome.IsEnd)
            End(store, instance, outcome);
        return true;
    }

    private static void Carry(StoreWriter store, InstanceHeader instance, ScheduledAction action, IReadOnlySet<int> cancelled, long now)
    {
        switch (action.Kind)
        {
            case ActionKind.Activity:
                store.AddActivity(new(
                    instance.Sequence, instance.Execution, action.Id, instance.Id, action.Name!, action.Data,
                    instance.TraceParent, instance.TraceState, 0));
                break;
            case ActionKind.Timer when !cancelled.Contains(action.Id):
                store.AddTimer(instance.Sequence, instance.Execution, action.Id, action.Clock, action.Due);
                break;
            case ActionKind.SubOrchestration:
                ScheduleStep.ScheduleChild(store, instance, action, now);
                break;
            case ActionKind.Event when store.Find(action.Target!) is { IsOpen: true } target:
                store.AddMessage(target.Sequence, MessageKind.EventRaised, -1, action.Name, action.Data);
                break;
        }
    }

    private static void End(StoreWriter store, InstanceHeader instance, TurnOutcome outcome)
    {
        if (outcome.LeavesWork)
            store.DeleteWork(instance.Sequence);
        var failure = outcome.Status == OrchestrationRuntimeStatus.Terminated
            ? Failures.Terminated(instance.Id, outcome.Output)
            : outcome.Failure;
        EndStep.TellParent(store, instance.Parent, failure, outcome.Output);
    }

    /// <summary>Begins the next execution: with the events that it takes over first, then with what came while the turn ran.</summary>
    private static void Continue(StoreWriter store, InstanceHeader instance, Turn turn, NextExecution next)
    {
        var late = store.Unplayed(instance.Sequence, turn.Through);
        store.DeleteWork(instance.Sequence);
        store.DeleteHistory(instance.Sequence);
        store.Continue(instance.Sequence, next.Version, next.Input);
        foreach (var (name, data) in next.Events)
            store.AddMessage(instance.Sequence, MessageKind.EventRaised, -1, name, data);
        foreach (var message in late.Where(m => m.OutlivesExecution))
            store.AddMessage(instance.Sequence, message.Kind, message.TaskId, message.Name, message.Data);
    }
}
