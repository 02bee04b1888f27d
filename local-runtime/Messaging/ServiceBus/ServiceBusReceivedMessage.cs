using EntCredit.LocalRuntime.Messaging.Protocol;

namespace EntCredit.LocalRuntime.Messaging.ServiceBus;

/// <summary>A message that was received.</summary>
public class ServiceBusReceivedMessage
{
    internal ServiceBusReceivedMessage() { }

    /// <summary>What it carries.</summary>
    /// <exception cref="NotSupportedException">The sender's AMQP body is not of binary data.</exception>
    public BinaryData Body => BodyOrNull ?? throw new NotSupportedException("The body of the message is not binary data.");

    /// <summary>Its id.</summary>
    public string MessageId { get; internal init; } = "";

    /// <summary>The partition that it belongs to.</summary>
    public string? PartitionKey { get; internal init; }

    /// <summary>Its session.</summary>
    public string? SessionId { get; internal init; }

    /// <summary>The session of the answer.</summary>
    public string? ReplyToSessionId { get; internal init; }

    /// <summary>How long it lives.</summary>
    public TimeSpan TimeToLive { get; internal init; } = TimeSpan.MaxValue;

    /// <summary>What it is about.</summary>
    public string? CorrelationId { get; internal init; }

    /// <summary>Its subject.</summary>
    public string? Subject { get; internal init; }

    /// <summary>Whom it is for.</summary>
    public string? To { get; internal init; }

    /// <summary>The media type of the body.</summary>
    public string? ContentType { get; internal init; }

    /// <summary>Where to answer.</summary>
    public string? ReplyTo { get; internal init; }

    /// <summary>When it was to become available.</summary>
    public DateTimeOffset ScheduledEnqueueTime { get; internal init; }

    /// <summary>Properties of its own.</summary>
    public IReadOnlyDictionary<string, object> ApplicationProperties { get; internal init; } = new Dictionary<string, object>();

    /// <summary>The lock under which it is held.</summary>
    public string LockToken => LockTokenGuid.ToString();

    /// <summary>How often it was given out, this time included.</summary>
    public int DeliveryCount { get; internal init; }

    /// <summary>When the lock ends.</summary>
    public DateTimeOffset LockedUntil { get; internal set; }

    /// <summary>Its number: unique, and growing by arrival.</summary>
    public long SequenceNumber { get; internal init; } = -1;

    /// <summary>The entity in which it became a dead letter; set only where dead letters are forwarded.</summary>
    public string? DeadLetterSource { get; internal init; }

    /// <summary>The number that it had first.</summary>
    public long EnqueuedSequenceNumber { get; internal init; }

    /// <summary>When it became available.</summary>
    public DateTimeOffset EnqueuedTime { get; internal init; }

    /// <summary>When its time is over.</summary>
    public DateTimeOffset ExpiresAt =>
        TimeToLive >= DateTimeOffset.MaxValue - EnqueuedTime ? DateTimeOffset.MaxValue : EnqueuedTime + TimeToLive;

    /// <summary>Why it became a dead letter.</summary>
    public string? DeadLetterReason => ApplicationProperties.GetValueOrDefault(Protocol.DeadLetterReason.Reason) as string;

    /// <summary>The same at more length.</summary>
    public string? DeadLetterErrorDescription => ApplicationProperties.GetValueOrDefault(Protocol.DeadLetterReason.Description) as string;

    /// <summary>Where it stands.</summary>
    public ServiceBusMessageState State { get; internal init; }

    internal BinaryData? BodyOrNull { get; init; }

    internal Guid LockTokenGuid { get; init; }

    /// <summary>As it came over a link; null where it came otherwise.</summary>
    internal Amqp.Message? Delivered { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{{MessageId:{MessageId}}}";
}
