using System.Text.Json.Serialization;

namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>
/// A document of the container <c>ledger</c>, of one of the kinds below; a property that its kind does not have is absent. Names are short, since every byte of a document is
/// paid for at every write.
/// </summary>
internal sealed record LedgerDocument
{
    /// <summary>A stream's head, in the partition of its subject, under the stream's name.</summary>
    public const string Head = "stream";

    /// <summary>Events that a head has no room for, written once, in its partition.</summary>
    public const string Page = "page";

    /// <summary>Where the head of a stream lies that lies in another's partition; under the stream's name, in a partition of that name. It also keeps the name for one stream.</summary>
    public const string Locator = "at";

    /// <summary>Which record has an identity; under the identity's digest.</summary>
    public const string Claim = "claim";

    /// <summary>The id within the partition.</summary>
    public required string Id { get; init; }

    /// <summary>The partition key.</summary>
    public required string Subject { get; init; }

    /// <summary>What it is.</summary>
    public required string Kind { get; init; }

    /// <summary>Head: the number of the stream's events. A head of version 0 fences: it makes a write fail that believed the stream new.</summary>
    public long Version { get; init; }

    /// <summary>Head: the hash of the last event, hex; empty before the first.</summary>
    public string? Hash { get; init; }

    /// <summary>Head and page: the hash of the event before the first of <see cref="Events"/>, hex; absent where there is none.</summary>
    public string? Before { get; init; }

    /// <summary>Head: the first and last version of each page, in order.</summary>
    public IReadOnlyList<PageSpan>? Pages { get; init; }

    /// <summary>Head and page: the events that lie here, in order.</summary>
    public IReadOnlyList<EventEntry>? Events { get; init; }

    /// <summary>Head: changes where somebody else's write in flight is to fail.</summary>
    public string? Fence { get; init; }

    /// <summary>Locator and claim: the partition of the stream.</summary>
    public string? At { get; init; }

    /// <summary>Claim: the stream.</summary>
    public string? Stream { get; init; }

    /// <summary>What the service keeps of the version; null before it was written.</summary>
    [JsonPropertyName("_etag")]
    public string? ETag { get; init; }
}
