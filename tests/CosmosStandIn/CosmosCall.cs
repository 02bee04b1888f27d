using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace EntCredit.CosmosStandIn;

/// <summary>One request.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The segments of the path, unescaped.</param>
/// <param name="Headers">The headers, their names without regard to case.</param>
/// <param name="Body">The body.</param>
public sealed record CosmosCall(string Method, IReadOnlyList<string> Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The kind of resource that the path ends in: <c>dbs</c>, <c>colls</c>, <c>docs</c>, <c>pkranges</c>; empty for the account.</summary>
    public string Kind => Path.Count == 0 ? string.Empty : Path[(Path.Count - 1) / 2 * 2];

    /// <summary>The id that the path ends in; null where it names a list.</summary>
    public string? Id => Path.Count > 0 && Path.Count % 2 == 0 ? Path[^1] : null;

    /// <summary>The name or resource id of the container, or null.</summary>
    public string? Container => Path.Count > 3 ? Path[3] : null;

    /// <summary>Whether it would change something.</summary>
    public bool IsWrite => !IsQuery && !IsQueryPlan && Method is "POST" or "PUT" or "DELETE" or "PATCH";

    internal bool IsQuery => Flag("x-ms-documentdb-isquery") || this["Content-Type"]?.StartsWith("application/query+json", StringComparison.Ordinal) == true;

    internal bool IsQueryPlan => Flag("x-ms-cosmos-is-query-plan-request");

    internal bool IsChangeFeed => this["A-IM"] is not null;

    internal string? this[string header] => Headers.GetValueOrDefault(header);

    internal bool Flag(string header) => string.Equals(this[header], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The partition key of the header as canonical JSON text, or null where there is none.</summary>
    internal string? PartitionKey => this["x-ms-documentdb-partitionkey"] is { } text && JsonNode.Parse(text) is JsonArray { Count: 1 } key ? Json.Text(key[0]) : null;

    internal int PageSize(int otherwise) =>
        int.TryParse(this["x-ms-max-item-count"], out var size) && size > 0 ? size : otherwise;

    internal static async Task<CosmosCall> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var path = (http.Request.Path.Value ?? string.Empty).Split('/', StringSplitOptions.RemoveEmptyEntries);
        // Copied: the server takes the headers back when the request ends.
        var headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new(http.Request.Method, path, headers, body.ToArray());
    }
}
