using System.Text.Json.Nodes;

namespace EntCredit.CosmosStandIn;

/// <summary>
/// A physical partition: items in the order of their last write, numbered from 1 by its log sequence number. Which partition keys it holds is decided by
/// the stand-in's own hash, not the service's.
/// </summary>
internal sealed class CosmosRange(int id, string rid, string from, string until)
{
    private readonly SortedSet<StoredItem> _log = new(Comparer<StoredItem>.Create((one, other) => one.Lsn.CompareTo(other.Lsn)));

    public string Id { get; } = $"{id}";

    public string From => from;

    public string Until => until;

    public long Lsn { get; private set; }

    public string SessionToken => $"{Id}:-1#{Lsn}";

    public long Next() => ++Lsn;

    public void Keep(StoredItem? before, StoredItem? after)
    {
        if (before is not null) _log.Remove(before);
        if (after is not null) _log.Add(after);
    }

    /// <summary>Last versions after a place of the log, in its order.</summary>
    public IEnumerable<StoredItem> After(long lsn) => _log.Count == 0 || _log.Max!.Lsn <= lsn ? [] : _log.GetViewBetween(_log.Min! with { Lsn = lsn + 1 }, _log.Max);

    public JsonObject Describe() => new()
    {
        ["_rid"] = rid,
        ["id"] = Id,
        ["_etag"] = "\"range\"",
        ["minInclusive"] = from,
        ["maxExclusive"] = until,
        ["ridPrefix"] = id,
        ["_self"] = $"pkranges/{rid}/",
        ["throughputFraction"] = 1,
        ["status"] = "online",
        ["parents"] = new JsonArray(),
        ["_ts"] = 0,
    };
}
