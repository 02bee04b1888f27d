namespace EntCredit.LocalRuntime.Messaging.Broker.Entities;

/// <summary>How a queue or subscription gives its messages out. The defaults are those of Service Bus.</summary>
public sealed record DeliveryRules
{
    /// <summary>How long a message is locked for whom it was given to, unless the lock is renewed.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After this many deliveries a message that was not completed becomes a dead letter.</summary>
    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>How long a message lives that does not say so itself; null is for ever.</summary>
    public TimeSpan? DefaultTimeToLive { get; init; }

    /// <summary>Whether an expired message becomes a dead letter; else it is deleted.</summary>
    public bool DeadLetterOnExpiration { get; init; }
}
