using EntCredit.LocalRuntime.Messaging.Broker.Entities;
using EntCredit.LocalRuntime.Messaging.Broker.Storage;

namespace EntCredit.LocalRuntime.Messaging.Broker.Steps;

/// <summary>Messages are given out.</summary>
internal static class GiveStep
{
    /// <summary>The oldest that are available: locked, or deleted where the receiver wants no locks.</summary>
    public static List<StoredMessage> Apply(BrokerStore store, Entity entity, int count, bool deletes, DateTimeOffset now)
    {
        var given = new List<StoredMessage>();
        foreach (StoredMessage message in store.Ready(entity.Id, count))
        {
            // Its turn to expire comes at once, from the alarm.
            if (message.Expires <= now.UtcTicks)
                continue;
            given.Add(Give(store, entity, message, deletes, now));
        }
        return given;
    }

    /// <summary>Messages that were put aside, by their numbers; null where one of them is not there.</summary>
    public static List<StoredMessage>? Deferred(BrokerStore store, Entity entity, IReadOnlyList<long> sequences, bool deletes, DateTimeOffset now)
    {
        var found = new List<StoredMessage>();
        foreach (long sequence in sequences)
        {
            if (store.Find(sequence) is not { State: MessageState.Deferred } message || message.Entity != entity.Id)
                return null;
            found.Add(message);
        }
        return [.. found.Select(m => Give(store, entity, m, deletes, now))];
    }

    private static StoredMessage Give(BrokerStore store, Entity entity, StoredMessage message, bool deletes, DateTimeOffset now)
    {
        if (!deletes)
            return store.Lock(message, (now + entity.Delivery.LockDuration).UtcTicks);
        store.Delete(message.Sequence);
        return message with { Deliveries = message.Deliveries + 1, Locks = message.Locks + 1 };
    }
}
