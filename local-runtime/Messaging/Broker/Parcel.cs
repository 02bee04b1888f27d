namespace EntCredit.LocalRuntime.Messaging.Broker;

/// <summary>A message on its way in.</summary>
/// <param name="MessageId">Its id, or null.</param>
/// <param name="Annotations">Its encoded message annotations but for the broker's own, or null.</param>
/// <param name="Content">Its encoded properties, application properties, body and footer.</param>
/// <param name="TimeToLive">How long it wants to live; null where it does not say.</param>
/// <param name="ScheduledFor">When it is to be enqueued, by legal time; null is now.</param>
/// <param name="Facts">What it says of itself.</param>
internal sealed record Parcel(
    string? MessageId,
    byte[]? Annotations,
    byte[] Content,
    TimeSpan? TimeToLive,
    DateTimeOffset? ScheduledFor,
    MessageFacts Facts
);
