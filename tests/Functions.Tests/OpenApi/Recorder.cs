using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EntCredit.Functions.Http;
using EntCredit.Functions.Tests.Access;

namespace EntCredit.Functions.Tests.OpenApi;

/// <summary>
/// Watches every call that the tests make. With <c>ENTCREDIT_WRITE_DOCS=1</c> the first that an operation takes and answers well becomes its example.
/// </summary>
internal static partial class Recorder
{
    /// <summary>Where the examples lie.</summary>
    public static readonly string Folder = Path.Combine(Checkout.Root, "functions", "OpenApi", "Examples");

    private const int MostItems = 2, MostText = 600;
    private static readonly bool Writes = Environment.GetEnvironmentVariable("ENTCREDIT_WRITE_DOCS") == "1";
    private static readonly ConcurrentDictionary<string, bool> Seen = new();
    private static readonly JsonSerializerOptions Readable = new(ApiJson.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Holds a call to the contract, and keeps it as an example where one is wanted.</summary>
    public static async Task HoldAsync(HttpResponseMessage answer, string? body, CancellationToken cancellation)
    {
        if (await Contract.FaultOfAsync(answer, cancellation) is { } fault) Assert.Fail(fault);
        var request = answer.RequestMessage!;
        if (!Writes || !answer.IsSuccessStatusCode || Contract.Find(request.Method.Method, request.RequestUri!) is not { IsApi: true } function) return;
        if (Contract.OperationOf(function)["requestBody"] is not null && body is null) return;
        if (answer.Content.Headers.ContentType?.MediaType is not (null or "application/json") || !Seen.TryAdd(function.Name, true)) return;
        if (function.Name is "GetOpenApi") return;
        Directory.CreateDirectory(Folder);
        if (body is not null && Contract.OperationOf(function)["requestBody"] is not null) await WriteAsync(function.Name + ".request.json", body, cancellation);
        if (await answer.Content.ReadAsStringAsync(cancellation) is { Length: > 0 } text) await WriteAsync(function.Name + ".answer.json", text, cancellation);
    }

    private static Task WriteAsync(string name, string json, CancellationToken cancellation)
    {
        // What opens something is not shown, though what it opened is thrown away; nor is a port that was free once.
        var node = JsonNode.Parse(Port().Replace(Secret().Replace(json, "$1…"), "127.0.0.1:10000"))!;
        Shorten(node);
        return File.WriteAllTextAsync(Path.Combine(Folder, name), node.ToJsonString(Readable) + "\n", cancellation);
    }

    // Long lists and texts show no more than short ones.
    private static void Shorten(JsonNode node)
    {
        if (node is JsonArray items)
        {
            while (items.Count > MostItems) items.RemoveAt(items.Count - 1);
            foreach (var item in items.OfType<JsonNode>()) Shorten(item);
        }

        if (node is not JsonObject members) return;
        foreach (var (name, value) in members.ToList())
        {
            if (value is null) members.Remove(name);
            else if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && ((string)text!).Length > MostText) members[name] = ((string)text!)[..MostText];
            else Shorten(value);
        }
    }

    [GeneratedRegex("(sig=|\"entcredit_|\"secret\":\")[A-Za-z0-9%]+")]
    private static partial Regex Secret();

    [GeneratedRegex(@"127\.0\.0\.1:[0-9]+")]
    private static partial Regex Port();
}
