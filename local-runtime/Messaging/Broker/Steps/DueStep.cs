using EntCredit.LocalRuntime.Messaging.Broker.Entities;
using EntCredit.LocalRuntime.Messaging.Broker.Storage;
using EntCredit.LocalRuntime.Messaging.Broker.Wire;

namespace EntCredit.LocalRuntime.Messaging.Broker.Steps;

/// <summary>What time does: locks end, messages expire, scheduled ones become available.</summary>
internal static class DueStep
{
    private const int AtOnce = 500;

    /// <summary>Does what is due on a clock.</summary>
    /// <returns>When the next is due on it, in UTC ticks; null is never.</returns>
    public static long? Apply(BrokerStore store, EntityMap entities, BrokerClock clock, DateTimeOffset legal, DateTimeOffset machine)
    {
        long now = (clock == BrokerClock.Legal ? legal : machine).UtcTicks;
        foreach (StoredMessage message in store.Due(clock, now, AtOnce))
            Do(store, entities.Find(message.Entity)!, message, machine);
        if (clock == BrokerClock.Machine)
            store.Forget(now);
        return store.NextDue(clock);
    }

    private static void Do(BrokerStore store, Entity entity, StoredMessage message, DateTimeOffset now)
    {
        switch (message.State)
        {
            case MessageState.Ready:
                SettleStep.Expire(store, entity, message);
                break;
            case MessageState.Locked:
                SettleStep.Unlock(store, entity, message, now);
                break;
            case MessageState.Scheduled when entity.Kind == EntityKind.Topic:
                store.Delete(message.Sequence);
                SendStep.Enqueue(
                    store, entity, StoredContent.Facts(message.Content), message.Annotations, message.Content, Span(message.TimeToLive), now);
                break;
            case MessageState.Scheduled:
                store.Enqueue(message, now.UtcTicks, SendStep.Expiry(entity, Span(message.TimeToLive), now));
                break;
        }
    }

    private static TimeSpan? Span(long? ticks) => ticks is { } value ? new TimeSpan(value) : null;
}
