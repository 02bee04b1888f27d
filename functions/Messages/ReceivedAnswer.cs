using System.Globalization;
using System.Text.Json;
using EntCredit.Functions.Http;

namespace EntCredit.Functions.Messages;

/// <summary>A department's answer as it came, its form checked.</summary>
/// <param name="Id">The CloudEvent's id: the message's too.</param>
/// <param name="Department">Who says that it sends it; its signature shows it.</param>
/// <param name="Act">What it does, e.g. <c>claim</c>.</param>
/// <param name="Subject">The stream of the case, as the message said that it answers.</param>
/// <param name="Time">When, by its clock.</param>
/// <param name="Data">What it says with it, JSON; <c>{}</c> where nothing.</param>
public sealed record ReceivedAnswer(string Id, string Department, string Act, string Subject, DateTimeOffset Time, ReadOnlyMemory<byte> Data)
{
    /// <summary>How types of answers begin.</summary>
    public const string Prefix = CloudEvents.Prefix + "answer.";

    private const string Sources = "/departments/";
    private const int Longest = 200;

    /// <summary>Reads it.</summary>
    /// <param name="body">The message's body.</param>
    public static (ReceivedAnswer? Answer, Refusal? Refusal) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = Bodies.MostDepth, AllowDuplicateProperties = false });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return Refused("$");
            if (Text(root, "specversion") != "1.0") return Refused("specversion");
            if (Text(root, "id") is not { } id) return Refused("id");
            if (Text(root, "source") is not { } source || !source.StartsWith(Sources, StringComparison.Ordinal)) return Refused("source");
            if (Text(root, "type") is not { } type || !type.StartsWith(Prefix, StringComparison.Ordinal)) return Refused("type");
            if (Text(root, "subject") is not { } subject) return Refused("subject");
            if (!DateTimeOffset.TryParse(Text(root, "time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return Refused("time");
            ReadOnlyMemory<byte> data = root.TryGetProperty("data", out var said) ? System.Text.Encoding.UTF8.GetBytes(said.GetRawText()) : "{}"u8.ToArray();
            return (new ReceivedAnswer(id, source[Sources.Length..], type[Prefix.Length..], subject, time, data), null);
        }
        catch (JsonException)
        {
            return Refused("JSON");
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= Longest } text ? text : null;

    private static (ReceivedAnswer?, Refusal?) Refused(string where) => (null, Refusal.Of(MessageErrors.Malformed, where));
}
