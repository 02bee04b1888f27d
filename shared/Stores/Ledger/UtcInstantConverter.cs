using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EntCredit.Stores.Ledger;

/// <summary>Instants in UTC with always seven decimals and Z: one instant, one text.</summary>
internal sealed class UtcInstantConverter : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    // The rows of an upload happened at one instant.
    [ThreadStatic]
    private static (long Ticks, string? Text) _last;

    public static string Write(DateTimeOffset instant)
    {
        if (_last.Text is null || _last.Ticks != instant.UtcTicks) _last = (instant.UtcTicks, instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
        return _last.Text!;
    }

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString() ?? throw new JsonException("An instant is a string."));

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Write(value));
}
