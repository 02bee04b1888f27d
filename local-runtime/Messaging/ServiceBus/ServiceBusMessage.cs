namespace EntCredit.LocalRuntime.Messaging.ServiceBus;

/// <summary>A message to send.</summary>
public class ServiceBusMessage
{
    private const int LongestId = 128;
    private string? _messageId;
    private string? _sessionId;
    private string? _replyToSessionId;
    private TimeSpan _timeToLive = TimeSpan.MaxValue;

    /// <summary>Makes an empty message.</summary>
    public ServiceBusMessage()
        : this(default(ReadOnlyMemory<byte>)) { }

    /// <summary>Makes a message of a text, encoded in UTF-8.</summary>
    public ServiceBusMessage(string? body)
        : this(body is null ? new BinaryData(ReadOnlyMemory<byte>.Empty) : BinaryData.FromString(body)) { }

    /// <summary>Makes a message of bytes.</summary>
    public ServiceBusMessage(ReadOnlyMemory<byte> body)
        : this(BinaryData.FromBytes(body)) { }

    /// <summary>Makes a message of a body.</summary>
    public ServiceBusMessage(BinaryData body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Body = body;
    }

    /// <summary>Makes a message like one that was received, but for what the broker said of that one.</summary>
    public ServiceBusMessage(ServiceBusReceivedMessage receivedMessage)
    {
        ArgumentNullException.ThrowIfNull(receivedMessage);
        Body = receivedMessage.Body;
        MessageId = receivedMessage.MessageId;
        PartitionKey = receivedMessage.PartitionKey;
        SessionId = receivedMessage.SessionId;
        ReplyToSessionId = receivedMessage.ReplyToSessionId;
        TimeToLive = receivedMessage.TimeToLive;
        CorrelationId = receivedMessage.CorrelationId;
        Subject = receivedMessage.Subject;
        To = receivedMessage.To;
        ContentType = receivedMessage.ContentType;
        ReplyTo = receivedMessage.ReplyTo;
        foreach (KeyValuePair<string, object> property in receivedMessage.ApplicationProperties)
            if (property.Key is not (Protocol.DeadLetterReason.Reason or Protocol.DeadLetterReason.Description))
                ApplicationProperties.Add(property);
    }

    /// <summary>What the message carries.</summary>
    public BinaryData Body { get; set; }

    /// <summary>Its id, by which duplicates are known: at most 128 characters.</summary>
    /// <exception cref="ArgumentException">It is empty or too long.</exception>
    public string? MessageId
    {
        get => _messageId;
        set
        {
            if (value is not null)
                ArgumentException.ThrowIfNullOrEmpty(value);
            _messageId = Short(value);
        }
    }

    /// <summary>The partition that it belongs to: at most 128 characters.</summary>
    public string? PartitionKey { get; set; }

    /// <summary>Its session. This runtime has no sessions; the text is carried along.</summary>
    public string? SessionId
    {
        get => _sessionId;
        set => _sessionId = Short(value);
    }

    /// <summary>The session of the answer.</summary>
    public string? ReplyToSessionId
    {
        get => _replyToSessionId;
        set => _replyToSessionId = Short(value);
    }

    /// <summary>How long it lives once available; the largest value is as long as the entity allows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public TimeSpan TimeToLive
    {
        get => _timeToLive;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            _timeToLive = value;
        }
    }

    /// <summary>What it is about: another message's id, a case.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>Its subject.</summary>
    public string? Subject { get; set; }

    /// <summary>Whom it is for.</summary>
    public string? To { get; set; }

    /// <summary>The media type of the body.</summary>
    public string? ContentType { get; set; }

    /// <summary>Where to answer.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>When it becomes available; the default is at once.</summary>
    public DateTimeOffset ScheduledEnqueueTime { get; set; }

    /// <summary>Properties of its own: text, numbers, booleans, Guid, DateTime, DateTimeOffset, TimeSpan, Uri.</summary>
    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>();

    /// <inheritdoc/>
    public override string ToString() => $"{{MessageId:{MessageId}}}";

    private static string? Short(string? value) =>
        value is { Length: > LongestId } ? throw new ArgumentException($"It has at most {LongestId} characters.", nameof(value)) : value;
}
