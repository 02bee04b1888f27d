using EntCredit.LocalRuntime.Durable.Engine.Execution;
using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Engine.Storage;

namespace EntCredit.LocalRuntime.Durable.Engine.Steps;

/// <summary>Ends instances and tells those that wait for them.</summary>
internal static class EndStep
{
    /// <summary>Answers the task of a parent that still waits for it.</summary>
    public static void TellParent(StoreWriter store, ParentLink? parent, TaskFailureDetails? failure, string? output)
    {
        if (parent is null || store.Find(parent.Sequence) is not { IsOpen: true } waiting || waiting.Execution != parent.Execution)
            return;
        if (failure is null)
            store.AddMessage(parent.Sequence, MessageKind.SubOrchestrationCompleted, parent.TaskId, null, output);
        else
            store.AddMessage(parent.Sequence, MessageKind.SubOrchestrationFailed, parent.TaskId, null, HistoryJson.Failure(failure));
    }

    /// <summary>Terminates an instance: one that has not begun at once, any other at its next turn.</summary>
    public static bool Terminate(StoreWriter store, string id, string? output, bool recursive, long now)
    {
        if (store.Find(id) is not { IsOpen: true } found)
            return false;
        Terminate(store, found, output, recursive, now);
        return true;
    }

    private static void Terminate(StoreWriter store, InstanceKey found, string? output, bool recursive, long now)
    {
        if (recursive)
            foreach (var child in store.OpenChildren(found.Sequence))
                Terminate(store, child, output, recursive, now);
        if (found.Status != Client.OrchestrationRuntimeStatus.Pending)
        {
            store.AddMessage(found.Sequence, MessageKind.Terminated, -1, null, output);
            return;
        }

        store.DeleteWork(found.Sequence);
        store.Terminate(found, output, now);
        TellParent(store, store.ParentOf(found.Sequence), Failures.Terminated(found.Id, output), null);
    }
}
