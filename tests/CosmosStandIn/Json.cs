using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EntCredit.CosmosStandIn;

internal static class Json
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One text for one value.</summary>
    public static string Text(JsonNode? node) => node is null ? "null" : node.ToJsonString(Options);

    public static JsonObject? Object(byte[] body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value at a path of names such as <c>/a/b</c>; false where there is none.</summary>
    public static bool TryFind(JsonObject document, string path, out JsonNode? value)
    {
        value = document;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (value is not JsonObject at || !at.TryGetPropertyValue(name, out value)) return false;
        return true;
    }
}
