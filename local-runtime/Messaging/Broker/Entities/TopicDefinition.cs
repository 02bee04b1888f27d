namespace EntCredit.LocalRuntime.Messaging.Broker.Entities;

/// <summary>A topic: what is sent to it goes to each of its subscriptions that wants it.</summary>
/// <param name="Name">Its name, which is its address; matched without regard to case.</param>
/// <param name="Subscriptions">The subscriptions; received from at <c>topic/Subscriptions/name</c>.</param>
public sealed record TopicDefinition(string Name, IReadOnlyList<SubscriptionDefinition> Subscriptions)
{
    /// <summary>How long a message lives that does not say so itself; null is for ever.</summary>
    public TimeSpan? DefaultTimeToLive { get; init; }

    /// <summary>How long a message's id is remembered and another of the same id dropped; null is never.</summary>
    public TimeSpan? DuplicateWindow { get; init; }
}
