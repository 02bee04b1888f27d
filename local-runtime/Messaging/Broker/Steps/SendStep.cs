using EntCredit.LocalRuntime.Messaging.Broker.Entities;
using EntCredit.LocalRuntime.Messaging.Broker.Storage;

namespace EntCredit.LocalRuntime.Messaging.Broker.Steps;

/// <summary>A message comes in.</summary>
internal static class SendStep
{
    /// <summary>Keeps messages: those of an id that was seen before are dropped, those for later wait, a topic's go to its subscriptions.</summary>
    /// <returns>The sequence number of each; 0 for one that was dropped or that no subscription wants.</returns>
    public static long[] Apply(BrokerStore store, Entity entity, IReadOnlyList<Parcel> parcels, DateTimeOffset legal, DateTimeOffset machine)
    {
        var sequences = new long[parcels.Count];
        for (int i = 0; i < sequences.Length; i++)
            if (!IsDuplicate(store, entity, parcels[i], machine))
                sequences[i] = Keep(store, entity, parcels[i], legal, machine);
        return sequences;
    }

    /// <summary>Makes a message of an entity available.</summary>
    public static long Enqueue(
        BrokerStore store, Entity entity, MessageFacts facts, byte[]? annotations, byte[] content, TimeSpan? timeToLive, DateTimeOffset now)
    {
        if (entity.Kind != EntityKind.Topic)
            return store.AddReady(entity.Id, now.UtcTicks, Expiry(entity, timeToLive, now), annotations, content);
        long first = 0;
        foreach (Entity subscription in entity.Subscriptions.Where(s => s.Wants(facts)))
        {
            long sequence = store.AddReady(
                subscription.Id, now.UtcTicks, Expiry(subscription, timeToLive, now), annotations, content, first == 0 ? null : first);
            first = first == 0 ? sequence : first;
        }
        return first;
    }

    /// <summary>When a message that becomes available now expires: what it wants, at most what the entity allows; null is never.</summary>
    public static long? Expiry(Entity entity, TimeSpan? wanted, DateTimeOffset now)
    {
        TimeSpan? allowed = entity.Delivery.DefaultTimeToLive;
        TimeSpan? span = wanted is null || allowed < wanted ? allowed : wanted;
        return span is { } lives && lives < DateTimeOffset.MaxValue - now ? (now + lives).UtcTicks : null;
    }

    private static bool IsDuplicate(BrokerStore store, Entity entity, Parcel parcel, DateTimeOffset now) =>
        entity.DuplicateWindow is { } window
        && parcel.MessageId is { } id
        && !store.See(entity.Id, id, now.UtcTicks, (now + window).UtcTicks);

    private static long Keep(BrokerStore store, Entity entity, Parcel parcel, DateTimeOffset legal, DateTimeOffset machine) =>
        parcel.ScheduledFor is { } due && due > legal
            ? store.AddScheduled(entity.Id, machine.UtcTicks, due.UtcTicks, parcel.TimeToLive?.Ticks, parcel.Annotations, parcel.Content)
            : Enqueue(store, entity, parcel.Facts, parcel.Annotations, parcel.Content, parcel.TimeToLive, machine);
}
