using Amqp;
using Amqp.Framing;
using EntCredit.LocalRuntime.Messaging.Broker.Storage;
using EntCredit.LocalRuntime.Messaging.Protocol;

namespace EntCredit.LocalRuntime.Messaging.Broker.Wire;

/// <summary>Messages as they come in and go out over AMQP.</summary>
internal static class MessageCodec
{
    private static readonly object[] Own =
    [
        Annotations.SequenceNumber,
        Annotations.EnqueuedSequenceNumber,
        Annotations.EnqueuedTime,
        Annotations.LockedUntil,
        Annotations.MessageState,
    ];

    /// <summary>The messages that a transfer brings: one, or those of a batch.</summary>
    public static List<Parcel> Unpack(Message message) =>
        message.Format == BatchFormat.Code ? [.. Sections(message).Select(bytes => Parcel(StoredContent.Decode(bytes)))] : [Parcel(message)];

    /// <summary>One message.</summary>
    public static Parcel Parcel(Message message)
    {
        MessageAnnotations? annotations = message.MessageAnnotations;
        foreach (object own in Own)
            annotations?.Map.Remove(own);
        TimeSpan? lives = message.Header is { Ttl: > 0 and < uint.MaxValue } header ? TimeSpan.FromMilliseconds(header.Ttl) : null;
        DateTimeOffset? due = annotations?[Annotations.ScheduledEnqueueTime] is DateTime time
            ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc))
            : null;
        var facts = new MessageFacts(message.Properties, message.ApplicationProperties);
        byte[]? kept = annotations is { Map.Count: > 0 } ? StoredContent.Bytes(StoredContent.Encode(annotations)) : null;
        return new(facts.MessageId, kept, StoredContent.Of(message), lives, due, facts);
    }

    /// <summary>A stored message as it goes out: a header and annotations of the broker, then what is kept as it came.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isPeek">Whether it is only shown: then its count is that of deliveries made, else of those before this one.</param>
    public static ByteBuffer Encode(StoredMessage message, bool isPeek)
    {
        MessageAnnotations annotations = message.Annotations is { } kept
            ? StoredContent.Decode(kept).MessageAnnotations
            : new MessageAnnotations();
        annotations[Annotations.SequenceNumber] = message.Sequence;
        annotations[Annotations.EnqueuedSequenceNumber] = message.Original;
        annotations[Annotations.EnqueuedTime] = new DateTime(message.Enqueued, DateTimeKind.Utc);
        if (message is { State: MessageState.Locked, Due: { } until })
            annotations[Annotations.LockedUntil] = new DateTime(until, DateTimeKind.Utc);
        if (message.State is MessageState.Deferred or MessageState.Scheduled)
            annotations[Annotations.MessageState] = message.State == MessageState.Deferred ? 1 : 2;
        var header = new Header { Durable = true, DeliveryCount = (uint)Math.Max(0, message.Deliveries - (isPeek ? 0 : 1)) };
        if (Lives(message) is { } lives)
            header.Ttl = lives;
        ByteBuffer buffer = StoredContent.Encode(header, annotations);
        AmqpBitConverter.WriteBytes(buffer, message.Content, 0, message.Content.Length);
        return buffer;
    }

    private static uint? Lives(StoredMessage message) =>
        (message.TimeToLive ?? message.Expires - message.Enqueued) is { } ticks
            ? (uint)Math.Min(uint.MaxValue, ticks / TimeSpan.TicksPerMillisecond)
            : null;

    private static IEnumerable<byte[]> Sections(Message message) =>
        message.BodySection switch
        {
            DataList list => Enumerable.Range(0, list.Count).Select(i => list[i].Binary),
            Data data => [data.Binary],
            _ => throw new AmqpException(ErrorCode.DecodeError, "A batch is data sections, each an encoded message."),
        };
}
