using System.Text.Json.Nodes;

namespace EntCredit.CosmosStandIn;

/// <summary>
/// Point operations on items, each with the status codes, conditions and headers that the REST reference gives
/// (learn.microsoft.com/rest/api/cosmos-db: create, get, replace, delete a document; http-status-codes-for-cosmosdb).
/// </summary>
internal static class ItemCalls
{
    private const int LargestItem = 2 * 1024 * 1024;

    public static CosmosAnswer Answer(CosmosContainer container, CosmosCall call) => call.Method switch
    {
        "POST" => Create(container, call),
        "GET" => Read(container, call),
        "PUT" => Replace(container, call),
        "DELETE" => Delete(container, call),
        _ => CosmosAnswer.NotOffered($"{call.Method} of an item"),
    };

    private static CosmosAnswer Create(CosmosContainer container, CosmosCall call)
    {
        if (Wrong(container, call, out var key, out var id, out var body) is { } wrong) return wrong;
        var upsert = call.Flag("x-ms-documentdb-is-upsert");
        var before = container.Find(key, id);
        if (before is not null && !upsert) return CosmosAnswer.Error(409, "Conflict", "Entity with the specified id already exists in the system.");
        if (upsert && call["If-Match"] is { } match)
        {
            if (before is null) return CosmosAnswer.NotOffered("an upsert of a new item with If-Match");
            if (!Matches(before, match)) return Failed(container, before);
        }

        if (container.BreaksUniqueKey(key, id, body)) return UniqueKey();
        return Written(container, call, container.Write(key, id, body), before is null ? 201 : 200);
    }

    private static CosmosAnswer Read(CosmosContainer container, CosmosCall call)
    {
        if (call.PartitionKey is not { } key) return NoKey();
        if (Stale(container, call, key) is { } stale) return stale;
        if (container.Find(key, call.Id!) is not { } item) return Missing(container, key, call.Id!);
        var answer = call["If-None-Match"] == item.ETag ? new CosmosAnswer(304) : new CosmosAnswer(200, item.Text);
        return Charged(container, answer, item, RequestUnits.Read(item.Text.Length));
    }

    private static CosmosAnswer Replace(CosmosContainer container, CosmosCall call)
    {
        if (Wrong(container, call, out var key, out var id, out var body) is { } wrong) return wrong;
        if (id != call.Id) return CosmosAnswer.Bad("The id of an item cannot be changed.");
        if (container.Find(key, id) is not { } before) return Missing(container, key, id);
        if (call["If-Match"] is { } match && !Matches(before, match)) return Failed(container, before);
        if (container.BreaksUniqueKey(key, id, body)) return UniqueKey();
        return Written(container, call, container.Write(key, id, body), 200);
    }

    private static CosmosAnswer Delete(CosmosContainer container, CosmosCall call)
    {
        if (call.PartitionKey is not { } key) return NoKey();
        if (container.Find(key, call.Id!) is not { } item) return Missing(container, key, call.Id!);
        if (call["If-Match"] is { } match && !Matches(item, match)) return Failed(container, item);
        container.Delete(item);
        return Charged(container, new CosmosAnswer(204), item, RequestUnits.Write(item.Text.Length));
    }

    private static CosmosAnswer? Wrong(CosmosContainer container, CosmosCall call, out string key, out string id, out JsonObject body)
    {
        (key, id, body) = (string.Empty, string.Empty, []);
        if (call.Body.Length > LargestItem) return CosmosAnswer.Error(413, "RequestEntityTooLarge", "Request size is too large");
        if (Json.Object(call.Body) is not { } given) return CosmosAnswer.Bad("The request payload is invalid. Ensure to provide a valid request payload.");
        if (given["id"] is not JsonValue named || !named.TryGetValue<string>(out var name) || name.Length is 0 or > 1023 || name.AsSpan().ContainsAny("/\\?#"))
            return CosmosAnswer.Bad("The input name is invalid. Ensure to provide a unique non-empty string less than '1024' characters without '/', '\\', '?', '#'.");
        if (call.PartitionKey is not { } ofHeader) return NoKey();
        if (ofHeader != (Json.TryFind(given, container.PartitionKeyPath, out var value) ? Json.Text(value) : "{}"))
            return CosmosAnswer.Error(400, "BadRequest", "PartitionKey extracted from document doesn't match the one specified in the header", 1001);
        (key, id, body) = (ofHeader, name, given);
        return null;
    }

    private static CosmosAnswer Written(CosmosContainer container, CosmosCall call, StoredItem item, int status)
    {
        var silent = string.Equals(call["Prefer"], "return=minimal", StringComparison.OrdinalIgnoreCase);
        return Charged(container, new CosmosAnswer(status, silent ? null : item.Text), item, RequestUnits.Write(item.Text.Length));
    }

    private static CosmosAnswer Charged(CosmosContainer container, CosmosAnswer answer, StoredItem item, double units) =>
        Of(container, item.PartitionKey, answer).With("etag", item.ETag).With("lsn", $"{item.Lsn}").With("x-ms-request-charge", RequestUnits.Text(units));

    private static CosmosAnswer Of(CosmosContainer container, string key, CosmosAnswer answer)
    {
        var range = container.RangeOf(key);
        return answer.With("x-ms-session-token", range.SessionToken).With("x-ms-documentdb-partitionkeyrangeid", range.Id);
    }

    // A client that has seen a later write than this replica: it is to ask another.
    private static CosmosAnswer? Stale(CosmosContainer container, CosmosCall call, string key)
    {
        var range = container.RangeOf(key);
        var seen = (call["x-ms-session-token"] ?? string.Empty).Split(',').FirstOrDefault(token => token.StartsWith(range.Id + ":", StringComparison.Ordinal));
        return seen is not null && long.Parse(seen.Split('#')[1], System.Globalization.CultureInfo.InvariantCulture) > range.Lsn
            ? Of(container, key, CosmosAnswer.Error(404, "NotFound", "The read session is not available for the input session token.", 1002))
            : null;
    }

    private static CosmosAnswer Missing(CosmosContainer container, string key, string id) => Of(container, key, CosmosAnswer.NotFound(id)).With("x-ms-request-charge", "1");

    private static CosmosAnswer Failed(CosmosContainer container, StoredItem item) =>
        Of(container, item.PartitionKey, CosmosAnswer.Error(412, "PreconditionFailed", "One of the specified pre-condition is not met")).With("x-ms-request-charge", "1.24");

    private static CosmosAnswer UniqueKey() => CosmosAnswer.Error(409, "Conflict", "Unique index constraint violation.");

    private static CosmosAnswer NoKey() => CosmosAnswer.Bad("PartitionKey value must be supplied for this operation.");

    private static bool Matches(StoredItem item, string condition) => condition == "*" || condition == item.ETag;
}
