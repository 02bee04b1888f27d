using System.Globalization;
using System.Text.Json.Nodes;

namespace EntCredit.CosmosStandIn;

/// <summary>
/// The change feed in its incremental mode (learn.microsoft.com/rest/api/cosmos-db/list-documents, "A-IM"): last versions in the order of their last write within a
/// range; the ETag of the answer is where to go on; 304 where there is nothing. Deletes are not told, as the service tells none in this mode.
/// </summary>
internal static class FeedCalls
{
    public static CosmosAnswer Answer(CosmosContainer container, CosmosCall call)
    {
        if (!string.Equals(call["A-IM"], "Incremental feed", StringComparison.OrdinalIgnoreCase)) return CosmosAnswer.NotOffered($"the change feed mode {call["A-IM"]}");
        if (RangeOf(container, call) is not { } range)
            return call["x-ms-documentdb-partitionkeyrangeid"] is null
                ? CosmosAnswer.NotOffered("a change feed of a part of a range, or of several")
                : CosmosAnswer.Error(410, "Gone", "The requested resource is no longer available at the server.", 1002);

        var (after, since) = Start(range, call);
        List<StoredItem> page =
        [
            .. range.After(after)
                .Where(item => (since is null || item.At > since) && container.Lives(item) && (call.PartitionKey is not { } key || item.PartitionKey == key))
                .Take(call.PageSize(100)),
        ];
        var until = page.Count == 0 ? range.Lsn : page[^1].Lsn;
        var answer = page.Count == 0
            ? new CosmosAnswer(304)
            : CosmosAnswer.Of(200, List(container.Rid, "Documents", page.Select(item => (JsonNode)item.Body.DeepClone())));
        return answer
            .With("etag", $"\"{until}\"")
            .With("x-ms-item-count", $"{page.Count}")
            .With("x-ms-session-token", range.SessionToken)
            .With("x-ms-documentdb-partitionkeyrangeid", range.Id)
            .With("x-ms-request-charge", RequestUnits.Text(page.Count == 0 ? 1 : page.Sum(item => RequestUnits.Read(item.Text.Length))));
    }

    public static JsonObject List(string rid, string name, IEnumerable<JsonNode> entries)
    {
        var all = new JsonArray([.. entries]);
        return new JsonObject { ["_rid"] = rid, [name] = all, ["_count"] = all.Count };
    }

    /// <summary>The one range that a call is about, or null.</summary>
    public static CosmosRange? RangeOf(CosmosContainer container, CosmosCall call)
    {
        if (call["x-ms-documentdb-partitionkeyrangeid"] is { } id) return container.Ranges.FirstOrDefault(range => range.Id == id);
        if (call.PartitionKey is { } key) return container.RangeOf(key);
        if (call["x-ms-start-epk"] is { } from) return container.Ranges.FirstOrDefault(range => range.From == from && range.Until == call["x-ms-end-epk"]);
        return container.Ranges.Count == 1 ? container.Ranges[0] : null;
    }

    // A start at an instant is exclusive and has a resolution of one second.
    private static (long After, DateTimeOffset? Since) Start(CosmosRange range, CosmosCall call) =>
        call["If-None-Match"] switch
        {
            "*" => (range.Lsn, null),
            { } etag => (long.Parse(etag.Trim('"'), CultureInfo.InvariantCulture), null),
            null when call["If-Modified-Since"] is { } since => (0, DateTimeOffset.ParseExact(since, "r", CultureInfo.InvariantCulture).AddSeconds(1).AddTicks(-1)),
            null => (0, null),
        };
}
