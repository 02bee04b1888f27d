namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>What the outbox remembers: its place in the change feed, or the version of one stream that has left. Alone in its partition; no stream has such a name.</summary>
internal sealed record OutboxDocument
{
    /// <summary>The place's id.</summary>
    public const string Name = "outbox";

    /// <summary>The id within the partition.</summary>
    public required string Id { get; init; }

    /// <summary>The partition key.</summary>
    public required string Subject { get; init; }

    /// <summary>What it is.</summary>
    public string Kind { get; init; } = Name;

    /// <summary>The place in the feed, or null.</summary>
    public string? Place { get; init; }

    /// <summary>The version that has left.</summary>
    public long Version { get; init; }

    /// <summary>The id of a stream's document.</summary>
    public static string NameOf(string stream) => $"{Name}!{stream}";

    /// <summary>A stream's document.</summary>
    public static OutboxDocument Of(string stream, long version) => new() { Id = NameOf(stream), Subject = NameOf(stream), Version = version };

    /// <summary>The place's document.</summary>
    public static OutboxDocument At(string place) => new() { Id = Name, Subject = Name, Place = place };
}
