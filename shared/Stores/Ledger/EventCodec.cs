using System.Buffers;
using System.Collections;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using EntCredit.Domain.Events;

namespace EntCredit.Stores.Ledger;

/// <summary>
/// Events to canonical bytes and back. The envelope is
/// <c>{"stream","version","type","at","data"}</c> and, where the event has personal data, <c>"personal"</c>: the SHA-256 of salt and personal bytes, hex.
/// </summary>
public static class EventCodec
{
    /// <summary>Bytes of salt before personal data: with the salt sealed beside the data, the digest tells nothing once the key is destroyed.</summary>
    public const int SaltBytes = 32;

    // Kept by each thread: an event's bytes are copied out at their length.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? Buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? Kept;

    /// <summary>Makes an event ready to be stored.</summary>
    /// <param name="stream">Its stream.</param>
    /// <param name="version">Its place in the stream.</param>
    /// <param name="happened">The event.</param>
    /// <param name="random">Where the salt of personal data comes from.</param>
    public static EncodedEvent Encode(string stream, long version, DomainEvent happened, RandomNumberGenerator random)
    {
        var type = EventType.Of(happened);
        var personal = Personal(type, happened, random);
        var buffer = Buffer ??= new ArrayBufferWriter<byte>(4096);
        buffer.ResetWrittenCount();
        var writer = Kept ??= new Utf8JsonWriter(buffer, CanonicalJson.Writer);
        writer.Reset(buffer);
        writer.WriteStartObject();
        writer.WriteString("stream", stream);
        writer.WriteNumber("version", version);
        writer.WriteString("type", type.Name);
        writer.WriteString("at", UtcInstantConverter.Write(happened.At));
        writer.WritePropertyName("data");
        JsonSerializer.Serialize(writer, happened, type.Json);
        if (personal is not null) writer.WriteString("personal", Convert.ToHexStringLower(SHA256.HashData(personal)));
        writer.WriteEndObject();
        writer.Flush();
        return new EncodedEvent(happened, buffer.WrittenSpan.ToArray(), personal is null ? default(ReadOnlyMemory<byte>?) : personal);
    }

    /// <summary>The event that canonical bytes hold, without personal data.</summary>
    public static DomainEvent Decode(ReadOnlySpan<byte> canonical)
    {
        var envelope = EventEnvelope.Read(canonical);
        return Decode(envelope, canonical[envelope.Data]);
    }

    /// <summary>The event that canonical and personal bytes hold together.</summary>
    /// <param name="canonical">The canonical bytes.</param>
    /// <param name="personal">Salt and personal data, unsealed.</param>
    public static DomainEvent Decode(ReadOnlySpan<byte> canonical, ReadOnlySpan<byte> personal)
    {
        var envelope = EventEnvelope.Read(canonical);
        var happened = Decode(envelope, canonical[envelope.Data]);
        var reader = new Utf8JsonReader(personal[SaltBytes..]);
        using var values = JsonDocument.ParseValue(ref reader);
        foreach (var property in EventType.Stored(envelope.Type).Type.Personal)
        {
            if (values.RootElement.TryGetProperty(property.Name, out var value))
                property.Set!(happened, value.Deserialize(CanonicalJson.Options.GetTypeInfo(property.PropertyType)));
        }

        return happened;
    }

    private static DomainEvent Decode(in EventEnvelope envelope, ReadOnlySpan<byte> data)
    {
        var (type, steps) = EventType.Stored(envelope.Type);
        if (steps.Count == 0) return (DomainEvent)JsonSerializer.Deserialize(data, type.Json)! with { At = envelope.At };
        var shape = JsonNode.Parse(data)!.AsObject();
        foreach (var step in steps) step(shape);
        return (DomainEvent)shape.Deserialize(type.Json)! with { At = envelope.At };
    }

    private static byte[]? Personal(EventType type, DomainEvent happened, RandomNumberGenerator random)
    {
        if (type.Personal.Count == 0) return null;
        List<(JsonPropertyInfo Property, object Value)>? present = null;
        foreach (var property in type.Personal)
            if (property.Get!(happened) is { } value and not ICollection { Count: 0 } && !IsEmpty(value)) (present ??= []).Add((property, value));
        if (present is null) return null;

        var buffer = new ArrayBufferWriter<byte>(256);
        random.GetBytes(buffer.GetSpan(SaltBytes)[..SaltBytes]);
        buffer.Advance(SaltBytes);
        using var writer = new Utf8JsonWriter(buffer, CanonicalJson.Writer);
        writer.WriteStartObject();
        foreach (var (property, value) in present)
        {
            writer.WritePropertyName(property.Name);
            JsonSerializer.Serialize(writer, value, CanonicalJson.Options.GetTypeInfo(property.PropertyType));
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static bool IsEmpty(object value) => value is not string && value is IEnumerable many && !many.GetEnumerator().MoveNext();
}
