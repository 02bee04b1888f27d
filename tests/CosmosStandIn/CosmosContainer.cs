using System.Text;
using System.Text.Json.Nodes;

namespace EntCredit.CosmosStandIn;

/// <summary>A container: its definition, its items, its ranges. One partition key path; unique keys; time to live; last versions only.</summary>
internal sealed class CosmosContainer
{
    private readonly Dictionary<(string PartitionKey, string Id), StoredItem> _items = [];
    private readonly List<string[]> _uniqueKeys = [];
    private readonly (int Database, int Container) _number;
    private readonly TimeProvider _clock;
    private long _lastItem;

    public CosmosContainer((int Database, int Container) number, JsonObject definition, int ranges, TimeProvider clock)
    {
        (_number, _clock) = (number, clock);
        Name = (string)definition["id"]!;
        Rid = Rids.Container(number.Database, number.Container);
        PartitionKeyPath = (string)definition["partitionKey"]!["paths"]![0]!;
        DefaultTtl = (int?)definition["defaultTtl"];
        foreach (var key in definition["uniqueKeyPolicy"]?["uniqueKeys"]?.AsArray() ?? [])
            _uniqueKeys.Add([.. key!["paths"]!.AsArray().Select(path => (string)path!)]);
        Ranges = [.. Enumerable.Range(0, ranges).Select(range => new CosmosRange(range, Rids.Range(number.Database, number.Container, range), Bound(range, ranges), Bound(range + 1, ranges)))];
        Definition = (JsonObject)definition.DeepClone();
        Definition["_rid"] = Rid;
        Definition["_self"] = $"dbs/{Rids.Database(number.Database)}/colls/{Rid}/";
        Definition["_etag"] = "\"container\"";
        Definition["_ts"] = clock.GetUtcNow().ToUnixTimeSeconds();
        Definition["_docs"] = "docs/";
        Definition["_sprocs"] = "sprocs/";
        Definition["_triggers"] = "triggers/";
        Definition["_udfs"] = "udfs/";
        Definition["_conflicts"] = "conflicts/";
    }

    public string Name { get; }

    public string Rid { get; }

    public string PartitionKeyPath { get; }

    public int? DefaultTtl { get; }

    public JsonObject Definition { get; }

    public IReadOnlyList<CosmosRange> Ranges { get; }

    /// <summary>The range of a partition key.</summary>
    public CosmosRange RangeOf(string partitionKey) => Ranges[(int)(Hash(partitionKey) % (uint)Ranges.Count)];

    /// <summary>The living item, or null.</summary>
    public StoredItem? Find(string partitionKey, string id) => _items.TryGetValue((partitionKey, id), out var item) && Lives(item) ? item : null;

    /// <summary>Whether an item has not outlived its time.</summary>
    public bool Lives(StoredItem item) => item.ExpiresAt is not { } end || end > _clock.GetUtcNow();

    /// <summary>Whether another item of the partition key has the same values of a unique key. A path that is missing counts as null.</summary>
    public bool BreaksUniqueKey(string partitionKey, string id, JsonObject body) =>
        _uniqueKeys.Count > 0 && _items.Values.Any(other => other.PartitionKey == partitionKey && other.Id != id && Lives(other)
            && _uniqueKeys.Any(paths => paths.All(path => Value(other.Body, path) == Value(body, path))));

    /// <summary>Writes an item, new or over the one before.</summary>
    public StoredItem Write(string partitionKey, string id, JsonObject given)
    {
        var range = RangeOf(partitionKey);
        _items.TryGetValue((partitionKey, id), out var before);
        var lsn = range.Next();
        var now = _clock.GetUtcNow();
        var etag = $"\"{range.Id.PadLeft(4, '0')}{lsn:x12}\"";
        var body = (JsonObject)given.DeepClone();
        var rid = before is null || !Lives(before) ? Rids.Item(_number.Database, _number.Container, ++_lastItem) : (string)before.Body["_rid"]!;
        body["_rid"] = rid;
        body["_self"] = $"{(string)Definition["_self"]!}docs/{rid}/";
        body["_etag"] = etag;
        body["_attachments"] = "attachments/";
        body["_ts"] = now.ToUnixTimeSeconds();
        var item = new StoredItem(id, partitionKey, body, Json.Text(body), etag, lsn, now, EndOf(body, now));
        _items[(partitionKey, id)] = item;
        range.Keep(before, item);
        return item;
    }

    public void Delete(StoredItem item)
    {
        _items.Remove((item.PartitionKey, item.Id));
        RangeOf(item.PartitionKey).Next();
        RangeOf(item.PartitionKey).Keep(item, null);
    }

    private DateTimeOffset? EndOf(JsonObject body, DateTimeOffset now) =>
        DefaultTtl is { } otherwise && ((int?)body["ttl"] ?? otherwise) is > 0 and var seconds ? now.AddSeconds(seconds) : null;

    private static string Value(JsonObject body, string path) => Json.TryFind(body, path, out var value) ? Json.Text(value) : "null";

    // Sixteen bytes, the two highest bits zero, as the service's second hash version has them.
    private static string Bound(int range, int of) =>
        range == 0 ? string.Empty : range == of ? "FF" : $"{0x4000 * range / of:X4}{new string('0', 28)}";

    private static uint Hash(string text) => Encoding.UTF8.GetBytes(text).Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u);
}
