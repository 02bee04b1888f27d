using System.Text.Json.Nodes;
using EntCredit.Functions.Access;
using EntCredit.Functions.OpenApi;
using Microsoft.AspNetCore.Http;
using NJsonSchema;

namespace EntCredit.Functions.Tests.OpenApi;

/// <summary>Holds answers to the document of the API: what is seen must be declared, and valid by its schema.</summary>
internal static class Contract
{
    private const string Named = "#/components/schemas/", Moved = "#/definitions/";
    private static readonly JsonObject Document = ApiDocument.Build();

    // One schema with a definition for every type, every request and every answer: read once.
    private static readonly Lazy<JsonSchema> Schemas = new(Read);

    /// <summary>The operation that answers a request, or null where the API has none.</summary>
    public static HttpFunction? Find(string method, Uri address) => Door.All.Values
        .Where(door => !door.IsLast && door.Methods.Contains(method) && door.Match(PathString.FromUriComponent(address.AbsolutePath)) is not null)
        .OrderBy(door => door.Route.Count(letter => letter == '{'))
        .Select(door => HttpFunction.All.Single(function => function.Name == door.Function))
        .FirstOrDefault();

    /// <summary>An operation of the document.</summary>
    public static JsonObject OperationOf(HttpFunction function) => Document["paths"]![function.Path]![function.Verbs[0]]!.AsObject();

    /// <summary>What a reference of the document leads to.</summary>
    public static JsonObject Resolve(JsonObject schema) =>
        (string?)schema["$ref"] is { } reference ? Document["components"]!["schemas"]![reference[Named.Length..]]!.AsObject() : schema;

    /// <summary>What an answer breaks of the contract, or null.</summary>
    public static async Task<string?> FaultOfAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var request = answer.RequestMessage!;
        if (Find(request.Method.Method, request.RequestUri!) is not { IsApi: true } function) return null;
        var status = $"{(int)answer.StatusCode}";
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        string Broken(string why) => $"{request.Method} {request.RequestUri} ({function.Name}) answers {status}, {why}: {text[..Math.Min(text.Length, 600)]}";

        if (OperationOf(function)["responses"]![status] is not { } declared) return Broken("which is not declared");
        var type = answer.Content.Headers.ContentType?.MediaType;
        if (declared["content"] is not JsonObject content) return text.Length == 0 ? null : Broken("and a body is not declared");
        if (type is null || content[type] is not { } media) return Broken($"and {type ?? "no content type"} is not declared");
        if (!type.EndsWith("json", StringComparison.Ordinal)) return null;
        if (media["examples"] is JsonObject codes && (string?)JsonNode.Parse(text)!["code"] is var code && (code is null || !codes.ContainsKey(code)))
            return Broken($"and {code} is not declared");
        return media["schema"] is null ? null : FaultsOf($"{function.Name}.{status}.{type}", text) is { Length: > 0 } faults ? Broken(faults) : null;
    }

    /// <summary>What a request's body breaks of its schema, or an empty text.</summary>
    public static string FaultsOfRequest(string function, string json) => FaultsOf($"{function}.request", json);

    /// <summary>What an answer's body breaks of its schema, or an empty text.</summary>
    public static string FaultsOfAnswer(string function, int status, string json) => FaultsOf($"{function}.{status}.application/json", json);

    private static string FaultsOf(string definition, string json) =>
        string.Join("; ", Schemas.Value.Definitions[definition].Validate(json).Select(fault => $"{fault.Path} {fault.Kind}").Distinct().Take(5));

    private static JsonSchema Read()
    {
        var definitions = new JsonObject();
        foreach (var (name, schema) in Document["components"]!["schemas"]!.AsObject()) definitions[name] = Closed(schema!.DeepClone(), name != "Problem");
        foreach (var function in HttpFunction.All.Where(function => function.IsApi))
        {
            var operation = OperationOf(function);
            if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } request) definitions[$"{function.Name}.request"] = Closed(request.DeepClone(), false);
            foreach (var (status, response) in operation["responses"]!.AsObject())
                foreach (var (type, media) in response!["content"] as JsonObject ?? [])
                    if (media!["schema"] is { } schema) definitions[$"{function.Name}.{status}.{type}"] = Closed(schema.DeepClone(), false);
        }

        return JsonSchema.FromJsonAsync(new JsonObject { ["definitions"] = definitions }.ToJsonString()).GetAwaiter().GetResult();
    }

    // Members that no type declares are a fault here, though the document lets a client bear them.
    private static JsonNode Closed(JsonNode node, bool close)
    {
        if (node is JsonArray items) foreach (var item in items.OfType<JsonNode>()) Closed(item, close);
        if (node is not JsonObject schema) return node;
        foreach (var (_, value) in schema.ToList()) if (value is not null) Closed(value, close);
        if ((string?)(schema["$ref"] as JsonValue) is { } reference) schema["$ref"] = Moved + reference[Named.Length..];
        if (close && schema["properties"] is JsonObject && schema["additionalProperties"] is null && schema["type"] is JsonValue) schema["additionalProperties"] = false;
        return node;
    }
}
