using Amqp.Types;
using EntCredit.LocalRuntime.Messaging.Broker.Entities;
using EntCredit.LocalRuntime.Messaging.Broker.Storage;
using EntCredit.LocalRuntime.Messaging.Broker.Wire;
using EntCredit.LocalRuntime.Messaging.Protocol;

namespace EntCredit.LocalRuntime.Messaging.Broker.Steps;

/// <summary>A lock ends: by its holder or by time.</summary>
internal static class SettleStep
{
    /// <summary>Does what the holder of a lock says.</summary>
    /// <returns>False where the lock was lost before: nothing was done.</returns>
    public static bool Apply(BrokerStore store, Entity entity, LockToken token, Settlement settlement, DateTimeOffset now)
    {
        if (Held(store, entity, token, now) is not { } message)
            return false;
        switch (settlement)
        {
            case Settlement.Complete:
                store.Delete(message.Sequence);
                break;
            case Settlement.Abandon abandon:
                Unlock(store, entity, Change(store, message, abandon.Changes), now);
                break;
            case Settlement.Release:
                GiveBack(store, entity, message with { Deliveries = message.Deliveries - 1 }, now);
                break;
            case Settlement.DeadLetter dead when entity.DeadLetters is { } place:
                Bury(store, place, Change(store, message, dead.Changes), dead.Reason, dead.Description);
                break;
            case Settlement.DeadLetter:
                // A dead letter that is given up again stays where it is.
                GiveBack(store, entity, message, now);
                break;
            case Settlement.Defer defer:
                StoredMessage deferred = Change(store, message, defer.Changes);
                store.Place(deferred with { State = MessageState.Deferred, Due = null });
                break;
        }
        return true;
    }

    /// <summary>Prolongs a lock from now; null where it was lost before.</summary>
    public static long? Renew(BrokerStore store, Entity entity, LockToken token, DateTimeOffset now)
    {
        if (Held(store, entity, token, now) is not { } message)
            return null;
        long until = (now + entity.Delivery.LockDuration).UtcTicks;
        store.Place(message with { Due = until });
        return until;
    }

    /// <summary>A lock ended without success: the message is given out again, unless that was done often enough.</summary>
    public static void Unlock(BrokerStore store, Entity entity, StoredMessage message, DateTimeOffset now)
    {
        if (entity.DeadLetters is { } place && message.Deliveries >= entity.Delivery.MaxDeliveryCount)
            Bury(
                store,
                place,
                message,
                "MaxDeliveryCountExceeded",
                $"Message could not be consumed after {entity.Delivery.MaxDeliveryCount} delivery attempts."
            );
        else
            GiveBack(store, entity, message, now);
    }

    /// <summary>A message's time is over.</summary>
    public static void Expire(BrokerStore store, Entity entity, StoredMessage message)
    {
        if (entity.Delivery.DeadLetterOnExpiration && entity.DeadLetters is { } place)
            Bury(store, place, message, "TTLExpiredException", "The message expired and was dead lettered.");
        else
            store.Delete(message.Sequence);
    }

    private static StoredMessage? Held(BrokerStore store, Entity entity, LockToken token, DateTimeOffset now) =>
        store.Find(token.Sequence) is { State: MessageState.Locked } message
        && message.Entity == entity.Id
        && message.Locks == token.Lock
        && message.Due > now.UtcTicks
            ? message
            : null;

    private static void GiveBack(BrokerStore store, Entity entity, StoredMessage message, DateTimeOffset now)
    {
        if (message.Expires <= now.UtcTicks)
            Expire(store, entity, message);
        else
            store.Place(message with { State = MessageState.Ready, Due = null });
    }

    private static void Bury(BrokerStore store, Entity place, StoredMessage message, string? reason, string? description)
    {
        Change(store, message, DeadLetterReason.ToProperties(reason, description));
        store.Place(message with { Entity = place.Id, State = MessageState.Ready, Due = null, Expires = null });
    }

    private static StoredMessage Change(BrokerStore store, StoredMessage message, Map? changes)
    {
        if (changes is null || changes.Count == 0)
            return message;
        StoredMessage changed = message with { Content = StoredContent.With(message.Content, changes) };
        store.Rewrite(changed.Sequence, changed.Content);
        return changed;
    }
}
