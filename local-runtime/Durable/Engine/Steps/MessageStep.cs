using EntCredit.LocalRuntime.Durable.Client;
using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Engine.Storage;

namespace EntCredit.LocalRuntime.Durable.Engine.Steps;

/// <summary>Puts messages to instances; what comes too late is dropped.</summary>
internal static class MessageStep
{
    /// <summary>Tells an instance by its id; false where it does not exist or has ended.</summary>
    public static bool Tell(StoreWriter store, string id, MessageKind kind, string? name, string? data)
    {
        if (store.Find(id) is not { IsOpen: true } found)
            return false;
        store.AddMessage(found.Sequence, kind, -1, name, data);
        return true;
    }

    /// <summary>Records an activity's result, the first one only; false where nobody waits for it any more.</summary>
    public static bool Answer(StoreWriter store, QueuedActivity activity, MessageKind kind, string? data)
    {
        if (!store.DeleteActivity(activity))
            return false;
        store.AddMessage(activity.Instance, kind, activity.TaskId, null, data);
        return true;
    }

    /// <summary>Fires timers that are due and gives when the next one is, or null.</summary>
    public static long? Fire(StoreWriter store, DurableClock clock, long now, int limit)
    {
        foreach (var (instance, execution, task) in store.Due(clock, now, limit))
        {
            store.DeleteTimer(instance, execution, task);
            if (task == StoreWriter.StartTask)
                store.Release(instance);
            else
                store.AddMessage(instance, MessageKind.TimerFired, task, null, null);
        }

        return store.NextDue(clock);
    }

    /// <summary>Deletes an ended instance by its id; false where it does not exist or has not ended.</summary>
    public static bool Purge(StoreWriter store, string id)
    {
        if (store.Find(id) is not { IsOpen: false } found)
            return false;
        store.Delete(found.Sequence);
        return true;
    }

    /// <summary>Deletes ended instances after a sequence number; gives how many and the last one's number.</summary>
    public static (int Count, long Last) Purge(StoreWriter store, long after, long? from, long? to, string? statuses, int limit)
    {
        var found = store.Purgeable(after, from, to, statuses, limit);
        foreach (var instance in found)
            store.Delete(instance.Sequence);
        return (found.Count, found.Count == 0 ? after : found[^1].Sequence);
    }
}
