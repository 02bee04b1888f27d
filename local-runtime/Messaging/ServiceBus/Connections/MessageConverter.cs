using System.Diagnostics;
using Amqp;
using Amqp.Framing;
using Amqp.Types;
using EntCredit.LocalRuntime.Messaging.Protocol;

namespace EntCredit.LocalRuntime.Messaging.ServiceBus.Connections;

/// <summary>Messages of the client as messages of AMQP, and back.</summary>
internal static class MessageConverter
{
    private const string TraceProperty = "Diagnostic-Id";

    public static byte[] Encode(ServiceBusMessage message)
    {
        ByteBuffer buffer = ToAmqp(message).Encode();
        return buffer.Buffer.AsSpan(buffer.Offset, buffer.Length).ToArray();
    }

    public static Message ToAmqp(ServiceBusMessage message)
    {
        var amqp = new Message
        {
            Properties = new Properties
            {
                MessageId = message.MessageId,
                CorrelationId = message.CorrelationId,
                Subject = message.Subject,
                To = message.To,
                ReplyTo = message.ReplyTo,
                GroupId = message.SessionId,
                ReplyToGroupId = message.ReplyToSessionId,
            },
            BodySection = new Data { Binary = message.Body.ToArray() },
        };
        if (message.ContentType is { } contentType)
            amqp.Properties.ContentType = contentType;
        // A length that AMQP cannot say is as long as the entity allows.
        if (message.TimeToLive.TotalMilliseconds < uint.MaxValue)
            amqp.Header = new Header { Ttl = (uint)message.TimeToLive.TotalMilliseconds };
        var annotations = new MessageAnnotations();
        if (message.ScheduledEnqueueTime > DateTimeOffset.MinValue)
            annotations[Annotations.ScheduledEnqueueTime] = message.ScheduledEnqueueTime.UtcDateTime;
        if (message.PartitionKey is { } partition)
            annotations[Annotations.PartitionKey] = partition;
        if (annotations.Map.Count > 0)
            amqp.MessageAnnotations = annotations;
        var properties = new ApplicationProperties();
        foreach (KeyValuePair<string, object> property in message.ApplicationProperties)
            properties[property.Key] = PropertyValue.ToAmqp(property.Key, property.Value);
        // The trace goes on where the message is received.
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } trace } && !message.ApplicationProperties.ContainsKey(TraceProperty))
            properties[TraceProperty] = trace;
        if (properties.Map.Count > 0)
            amqp.ApplicationProperties = properties;
        return amqp;
    }

    /// <summary>The messages together, as one transfer.</summary>
    public static Message ToBatch(IReadOnlyList<byte[]> encoded)
    {
        var sections = new DataList();
        foreach (byte[] bytes in encoded)
            sections.Add(new Data { Binary = bytes });
        return new Message { Format = BatchFormat.Code, BodySection = sections };
    }

    public static ServiceBusReceivedMessage FromAmqp(Message message, Guid? lockToken, bool isPeek, bool keepsDelivery)
    {
        Properties? properties = message.Properties;
        MessageAnnotations? annotations = message.MessageAnnotations;
        return new()
        {
            BodyOrNull = Body(message),
            MessageId = properties?.GetMessageId()?.ToString() ?? "",
            CorrelationId = properties?.GetCorrelationId()?.ToString(),
            Subject = properties?.Subject,
            To = properties?.To,
            ReplyTo = properties?.ReplyTo,
            ContentType = properties?.ContentType,
            SessionId = properties?.GroupId,
            ReplyToSessionId = properties?.ReplyToGroupId,
            PartitionKey = annotations?[Annotations.PartitionKey] as string,
            TimeToLive = message.Header is { Ttl: > 0 and < uint.MaxValue and var lives } ? TimeSpan.FromMilliseconds(lives) : TimeSpan.MaxValue,
            ScheduledEnqueueTime = Instant(annotations, Annotations.ScheduledEnqueueTime),
            ApplicationProperties = message.ApplicationProperties?.Map.ToDictionary(p => (string)p.Key, p => PropertyValue.FromAmqp(p.Value)) ?? [],
            DeliveryCount = (int)(message.Header?.DeliveryCount ?? 0) + (isPeek ? 0 : 1),
            LockedUntil = Instant(annotations, Annotations.LockedUntil),
            SequenceNumber = annotations?[Annotations.SequenceNumber] is long sequence ? sequence : -1,
            EnqueuedSequenceNumber = annotations?[Annotations.EnqueuedSequenceNumber] is long original ? original : 0,
            EnqueuedTime = Instant(annotations, Annotations.EnqueuedTime),
            DeadLetterSource = annotations?[Annotations.DeadLetterSource] as string,
            State = annotations?[Annotations.MessageState] is int state ? (ServiceBusMessageState)state : ServiceBusMessageState.Active,
            LockTokenGuid = lockToken ?? Guid.Empty,
            Delivered = keepsDelivery ? message : null,
        };
    }

    public static Message Decode(byte[] bytes) => Message.Decode(new ByteBuffer(bytes, 0, bytes.Length, bytes.Length));

    /// <summary>The trace that a message was sent in, or null.</summary>
    public static string? TraceOf(ServiceBusReceivedMessage message) => message.ApplicationProperties.GetValueOrDefault(TraceProperty) as string;

    private static BinaryData? Body(Message message) =>
        message.BodySection switch
        {
            null => new BinaryData(ReadOnlyMemory<byte>.Empty),
            DataList list => BinaryData.FromBytes(Enumerable.Range(0, list.Count).SelectMany(i => list[i].Binary).ToArray()),
            Data data => BinaryData.FromBytes(data.Binary),
            _ => null,
        };

    private static DateTimeOffset Instant(MessageAnnotations? annotations, Symbol name) =>
        annotations?[name] is DateTime time ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)) : default;
}
