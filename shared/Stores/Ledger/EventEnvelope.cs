using System.Text.Json;

namespace EntCredit.Stores.Ledger;

/// <summary>What stands around an event's data in its canonical bytes.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its place in the stream.</param>
/// <param name="Type">Name and version of its kind.</param>
/// <param name="At">When it happened.</param>
/// <param name="Data">Where its data lies in the canonical bytes.</param>
/// <param name="PersonalDigest">The digest of salt and personal data, hex, or null.</param>
public readonly record struct EventEnvelope(string Stream, long Version, string Type, DateTimeOffset At, Range Data, string? PersonalDigest)
{
    /// <summary>Reads the envelope; the data is passed over.</summary>
    /// <exception cref="JsonException">The bytes are no envelope.</exception>
    public static EventEnvelope Read(ReadOnlySpan<byte> canonical)
    {
        var reader = new Utf8JsonReader(canonical);
        var envelope = new EventEnvelope(string.Empty, 0, string.Empty, default, default, null);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            switch (name)
            {
                case "stream": envelope = envelope with { Stream = reader.GetString()! }; break;
                case "version": envelope = envelope with { Version = reader.GetInt64() }; break;
                case "type": envelope = envelope with { Type = reader.GetString()! }; break;
                case "at": envelope = envelope with { At = UtcInstantConverter.Parse(reader.GetString()!) }; break;
                case "personal": envelope = envelope with { PersonalDigest = reader.GetString() }; break;
                default:
                    reader.Skip();
                    if (name == "data") envelope = envelope with { Data = start..(int)reader.BytesConsumed };
                    break;
            }
        }

        return envelope;
    }
}
