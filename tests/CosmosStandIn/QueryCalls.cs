using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EntCredit.CosmosStandIn;

/// <summary>
/// The queries that the SDK's change feed processor and the stores ask: <c>SELECT * FROM c</c>, with <c>STARTSWITH(c.id, 'x')</c> or <c>c.name = 'x'</c>, and the plan of such a
/// query, which says that ranges are asked one after another. Any other query is refused.
/// </summary>
internal static partial class QueryCalls
{
    public static CosmosAnswer Plan(CosmosCall call) =>
        Filter(call, out _) is { } refused
            ? refused
            : CosmosAnswer.Of(200, new JsonObject
            {
                ["partitionedQueryExecutionInfoVersion"] = 2,
                ["queryInfo"] = new JsonObject
                {
                    ["distinctType"] = "None",
                    ["top"] = null,
                    ["offset"] = null,
                    ["limit"] = null,
                    ["orderBy"] = new JsonArray(),
                    ["orderByExpressions"] = new JsonArray(),
                    ["groupByExpressions"] = new JsonArray(),
                    ["groupByAliases"] = new JsonArray(),
                    ["aggregates"] = new JsonArray(),
                    ["groupByAliasToAggregateType"] = new JsonObject(),
                    ["rewrittenQuery"] = string.Empty,
                    ["hasSelectValue"] = false,
                    ["hasNonStreamingOrderBy"] = false,
                },
                ["queryRanges"] = new JsonArray(
                    new JsonObject { ["min"] = string.Empty, ["max"] = "FF", ["isMinInclusive"] = true, ["isMaxInclusive"] = false }),
            });

    public static CosmosAnswer Answer(CosmosContainer container, CosmosCall call)
    {
        if (Filter(call, out var matches) is { } refused) return refused;
        if (FeedCalls.RangeOf(container, call) is not { } range) return CosmosAnswer.NotOffered("a query over a part of a range, or over several");
        // One page: as the service does where everything fits into one of four megabytes.
        var found = range.After(0)
            .Where(item => container.Lives(item) && (call.PartitionKey is not { } wanted || item.PartitionKey == wanted) && matches(item.Body))
            .Select(item => (JsonNode)item.Body.DeepClone())
            .ToList();
        return CosmosAnswer.Of(200, FeedCalls.List(container.Rid, "Documents", found))
            .With("x-ms-item-count", $"{found.Count}")
            .With("x-ms-session-token", range.SessionToken)
            .With("x-ms-request-charge", RequestUnits.Text(2 + found.Count * 0.1));
    }

    private static CosmosAnswer? Filter(CosmosCall call, out Func<JsonObject, bool> matches)
    {
        matches = _ => true;
        var asked = Json.Object(call.Body);
        var text = asked?["query"] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? (string)value! : string.Empty;
        if (All().IsMatch(text)) return null;
        if (Prefix().Match(text) is { Success: true } prefix)
        {
            matches = body => ((string)body["id"]!).StartsWith(prefix.Groups["text"].Value, StringComparison.Ordinal);
            return null;
        }

        if (Equal().Match(text) is { Success: true } equal)
        {
            matches = body => Json.TryFind(body, equal.Groups["name"].Value, out var found) && Json.Text(found) == Json.Text(equal.Groups["text"].Value);
            return null;
        }

        return CosmosAnswer.NotOffered($"the query {text}");
    }

    [GeneratedRegex(@"^\s*SELECT \* FROM c\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex All();

    [GeneratedRegex(@"^\s*SELECT \* FROM c WHERE STARTSWITH\(c\.id, '(?<text>[^']*)'\)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^\s*SELECT \* FROM c WHERE c\.(?<name>\w+) = '(?<text>[^']*)'\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Equal();
}
