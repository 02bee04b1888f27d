namespace EntCredit.LocalRuntime.Messaging.Broker;

/// <summary>A message that was given up.</summary>
/// <param name="SequenceNumber">Its sequence number.</param>
/// <param name="EntityPath">The queue or subscription that it was in.</param>
/// <param name="MessageId">Its id, or null.</param>
/// <param name="Subject">Its subject, or null.</param>
/// <param name="Reason">Why it was given up, or null where the receiver did not say.</param>
/// <param name="Description">The same at more length, or null.</param>
/// <param name="DeliveryCount">How often it was given out.</param>
/// <param name="EnqueuedTime">When it came, by machine time.</param>
public sealed record DeadLetter(
    long SequenceNumber,
    string EntityPath,
    string? MessageId,
    string? Subject,
    string? Reason,
    string? Description,
    int DeliveryCount,
    DateTimeOffset EnqueuedTime
);
