using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace EntCredit.LocalRuntime.Messaging.Broker.Wire;

/// <summary>The encoded part of a message that the broker keeps as it came: properties, application properties, body, footer.</summary>
internal static class StoredContent
{
    public static byte[] Of(Message message) =>
        Bytes(Encode(message.Properties, message.ApplicationProperties, message.BodySection, message.Footer));

    /// <summary>Sections of a message, one after the other.</summary>
    public static ByteBuffer Encode(params ReadOnlySpan<RestrictedDescribed?> sections)
    {
        var buffer = new ByteBuffer(512, autoGrow: true);
        foreach (RestrictedDescribed? section in sections)
            section?.Encode(buffer);
        return buffer;
    }

    public static Message Decode(byte[] content) => Message.Decode(new ByteBuffer(content, 0, content.Length, content.Length));

    public static MessageFacts Facts(byte[] content)
    {
        Message message = Decode(content);
        return new(message.Properties, message.ApplicationProperties);
    }

    /// <summary>With application properties set.</summary>
    public static byte[] With(byte[] content, Map changes)
    {
        Message message = Decode(content);
        message.ApplicationProperties ??= new ApplicationProperties();
        foreach (KeyValuePair<object, object> change in changes)
            message.ApplicationProperties[change.Key.ToString()!] = change.Value;
        return Of(message);
    }

    /// <summary>Without some application properties.</summary>
    public static byte[] Without(byte[] content, params string[] names)
    {
        Message message = Decode(content);
        foreach (string name in names)
            message.ApplicationProperties?.Map.Remove(name);
        return Of(message);
    }

    public static byte[] Bytes(ByteBuffer buffer) => buffer.Buffer.AsSpan(buffer.Offset, buffer.Length).ToArray();
}
