using EntCredit.Domain.Events;

namespace EntCredit.Stores.Ledger;

/// <summary>
/// The system's memory: one stream of events per record, subject, batch and case, hash-chained, append-only.
/// Every fact is committed here first; everything else derives from it.
/// </summary>
public interface ILedger
{
    /// <summary>Whether a call of several appends is all or nothing. Where it is not, whoever is cut off may have written a part, and does the rest when he does it again.</summary>
    bool IsAtomic { get; }

    /// <summary>A stream's events in order; version 0 and none where the stream is not known.</summary>
    Task<LoadedStream> LoadAsync(string stream, CancellationToken cancellation);

    /// <summary>Several streams at once; a stream that is not known is there with version 0.</summary>
    Task<IReadOnlyDictionary<string, LoadedStream>> LoadManyAsync(IReadOnlyCollection<string> streams, CancellationToken cancellation);

    /// <summary>
    /// Appends to one or several streams. Each append is atomic and happens only where the stream still has the expected version.
    /// On SQLite the whole call is one durable transaction, the projections with it. On Cosmos DB the first append is written before the others and the last after them.
    /// </summary>
    /// <exception cref="LedgerConflictException">A stream has another version; what was written of the call is told by the store's kind: nothing, on SQLite.</exception>
    Task AppendAsync(IReadOnlyList<Append> appends, CancellationToken cancellation);

    /// <summary>Every event after a position, once and in order within its stream; on SQLite all in the order of the ledger.</summary>
    IAsyncEnumerable<StoredEvent> ReadAllAsync(long after, CancellationToken cancellation);
}

/// <summary>Events to append to one stream.</summary>
/// <param name="Stream">The stream's id: ASCII, at most 100 characters.</param>
/// <param name="Partition">The subject's internal id, or the stream itself where there is no subject; given at first sight and never changed.</param>
/// <param name="ExpectedVersion">The version it was loaded with; 0 for a new stream.</param>
/// <param name="Events">At least one.</param>
public sealed record Append(string Stream, string Partition, long ExpectedVersion, IReadOnlyList<DomainEvent> Events)
{
    /// <summary>
    /// True where the events were decided by what was known of a record's identity: they are refused as a conflict where another living record has the
    /// identity of one that they collect, since it came at the same time.
    /// </summary>
    public bool ClaimsIdentity { get; init; }
}

/// <summary>A stream as loaded.</summary>
/// <param name="Stream">Its id.</param>
/// <param name="Partition">Its partition, or null where it is not known.</param>
/// <param name="Version">The number of its events.</param>
/// <param name="Events">Its events in order, without personal data.</param>
public sealed record LoadedStream(string Stream, string? Partition, long Version, IReadOnlyList<DomainEvent> Events);

/// <summary>An event as it lies in the ledger.</summary>
/// <param name="Position">Its place in the ledger, ascending; on Cosmos DB the writer's time in microseconds.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its place in the stream, 1 for the first.</param>
/// <param name="Canonical">The canonical bytes that were hashed, as UTF-8 text; never re-serialised.</param>
/// <param name="PreviousHash">The hash of the stream's event before it, hex; empty for the first.</param>
/// <param name="Hash">SHA-256 over previous hash and canonical bytes, hex.</param>
/// <param name="Event">The event, without personal data.</param>
public sealed record StoredEvent(
    long Position, string Stream, long Version, string Canonical, string PreviousHash, string Hash, DomainEvent Event);

/// <summary>A stream was appended to by somebody else: load again, decide again.</summary>
public sealed class LedgerConflictException(string stream, long expected, long actual)
    : Exception($"Stream {stream} has version {actual}, not {expected}.")
{
    /// <summary>The stream.</summary>
    public string Stream { get; } = stream;
}
