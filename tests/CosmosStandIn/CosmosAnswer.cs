using System.Text.Json.Nodes;

namespace EntCredit.CosmosStandIn;

/// <summary>What is answered.</summary>
internal sealed record CosmosAnswer(int Status, string? Body = null)
{
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static CosmosAnswer Of(int status, JsonNode body) => new(status, Json.Text(body));

    /// <summary>An error as the service words it.</summary>
    public static CosmosAnswer Error(int status, string code, string message, int substatus = 0)
    {
        var answer = Of(status, new JsonObject { ["code"] = code, ["message"] = message });
        return substatus == 0 ? answer : answer.With("x-ms-substatus", $"{substatus}");
    }

    public static CosmosAnswer NotFound(string what) => Error(404, "NotFound", $"Resource Not Found: {what}");

    public static CosmosAnswer Bad(string why) => Error(400, "BadRequest", why);

    /// <summary>Whatever this stand-in does not know: told, never guessed.</summary>
    public static CosmosAnswer NotOffered(string what) => Error(501, "NotImplemented", $"The stand-in does not offer {what}.");

    public CosmosAnswer With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }
}
