using EntCredit.LocalRuntime.Durable.Client;
using EntCredit.LocalRuntime.Durable.Engine.Execution;
using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Engine.Storage;

namespace EntCredit.LocalRuntime.Durable.Engine.Steps;

/// <summary>Adds instances, each in one transaction with what it replaces.</summary>
internal static class ScheduleStep
{
    /// <summary>Where no dedupe statuses are given: what a Functions host does by default (overridableExistingInstanceStates).</summary>
    public static readonly IReadOnlySet<OrchestrationRuntimeStatus> Default = new HashSet<OrchestrationRuntimeStatus>
    {
        OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended,
    };

    /// <summary>Adds an instance; gives the status of an existing one that refuses, or null.</summary>
    public static OrchestrationRuntimeStatus? Schedule(
        StoreWriter store, NewInstance added, IReadOnlySet<OrchestrationRuntimeStatus> refusing, long now)
    {
        if (store.Find(added.Id) is { } existing)
        {
            if (refusing.Contains(existing.Status))
                return existing.Status;
            if (existing.IsOpen)
                EndStep.TellParent(store, store.ParentOf(existing.Sequence), Failures.Terminated(existing.Id, null), null);
            store.Delete(existing.Sequence);
        }

        store.AddInstance(added, now, null);
        return null;
    }

    /// <summary>Adds a sub-orchestration. An id that a running instance has fails the task; an ended one is replaced.</summary>
    public static void ScheduleChild(StoreWriter store, InstanceHeader parent, ScheduledAction action, long now)
    {
        if (store.Find(action.Target!) is { } existing)
        {
            if (existing.IsOpen)
            {
                store.AddMessage(
                    parent.Sequence, MessageKind.SubOrchestrationFailed, action.Id, null, HistoryJson.Failure(Failures.InstanceTaken(existing.Id)));
                return;
            }

            store.Delete(existing.Sequence);
        }

        var added = new NewInstance(
            action.Target!, action.Name!, action.Version ?? "", action.Data, null, action.Tags, parent.TraceParent, parent.TraceState);
        store.AddInstance(added, now, new(parent.Sequence, parent.Execution, action.Id, parent.Id, parent.Name));
    }

    /// <summary>Starts an ended instance again; gives how that went.</summary>
    public static RestartResult Restart(StoreWriter store, string id, string newId, long now)
    {
        if (store.Find(id) is not { } existing)
            return RestartResult.NotFound;
        var again = store.Again(existing.Sequence, newId);
        if (id == newId)
        {
            if (existing.IsOpen)
                return RestartResult.NotEnded;
            store.Delete(existing.Sequence);
        }

        store.AddInstance(again, now, null);
        return RestartResult.Restarted;
    }
}
