using System.Security.Cryptography;
using EntCredit.Stores.Ledger.Cosmos;
using EntCredit.Stores.Outbox;
using Microsoft.Azure.Cosmos;

namespace EntCredit.Stores.Ledger;

/// <summary>
/// The ledger on Azure Cosmos DB: a document a stream, in the partition of its subject, replaced on the condition that nobody else replaced it. Each append is atomic, a call of several is not:
/// its first append is written before the others and its last after them (docs/adr/0013).
/// </summary>
public sealed class CosmosLedger : ILedger, IPersonalData
{
    /// <summary>The path of the partition key of the container of streams.</summary>
    public const string PartitionKeyPath = "/subject";

    /// <summary>The path of the partition key of the container of keys.</summary>
    public const string KeysPartitionKeyPath = "/id";

    private const int AtOnce = 32;

    private readonly RandomNumberGenerator _random;
    private readonly CosmosStreams _streams;
    private readonly StreamAppender _appender;
    private readonly SubjectKeys _keys;
    private readonly LedgerFeed _feed;
    private readonly CosmosOutbox _outbox;

    /// <summary>The ledger over its containers, which must exist.</summary>
    /// <param name="streams">The container of streams, by <see cref="PartitionKeyPath"/>, of a client made with <see cref="CosmosConnection.Options"/>.</param>
    /// <param name="keys">The container of personal data's keys, by <see cref="KeysPartitionKeyPath"/>.</param>
    /// <param name="random">Where salts, nonces, keys and marks come from.</param>
    /// <param name="machine">The machine's clock: positions follow it.</param>
    public CosmosLedger(Container streams, Container keys, RandomNumberGenerator random, TimeProvider machine)
    {
        _random = random;
        var documents = new CosmosDocuments(streams);
        var recent = new RecentHeads();
        _streams = new CosmosStreams(documents, recent);
        _keys = new SubjectKeys(new CosmosDocuments(keys), random);
        var places = new StreamPlaces(documents, _streams, random);
        var claims = new IdentityClaims(documents, _streams, places);
        _appender = new StreamAppender(documents, _streams, places, claims, _keys, recent, new PositionClock(machine), random);
        _feed = new LedgerFeed(streams, _streams);
        _outbox = new CosmosOutbox(streams, documents, _feed);
    }

    /// <summary>What of it has left as messages.</summary>
    public IOutbox Outbox => _outbox;

    /// <inheritdoc/>
    public bool IsAtomic => false;

    /// <inheritdoc/>
    public async Task<LoadedStream> LoadAsync(string stream, CancellationToken cancellation)
    {
        if (await _streams.FindAsync(stream, cancellation) is not { Version: > 0 } head) return new LoadedStream(stream, null, 0, []);
        var events = await _streams.EventsAsync(head, cancellation);
        return new LoadedStream(stream, head.Subject, head.Version, [.. events.Select(stored => stored.Event)]);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, LoadedStream>> LoadManyAsync(IReadOnlyCollection<string> streams, CancellationToken cancellation)
    {
        var loaded = new System.Collections.Concurrent.ConcurrentDictionary<string, LoadedStream>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            streams.Distinct(StringComparer.Ordinal), Some(cancellation), async (stream, stop) => loaded[stream] = await LoadAsync(stream, stop));
        return loaded;
    }

    /// <inheritdoc/>
    public async Task AppendAsync(IReadOnlyList<Append> appends, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var encoded = appends.Select(append => EncodedAppend.Of(append, _random)).ToList();
        if (encoded.Count > 0) await _appender.AppendAsync(encoded[0], cancellation);
        if (encoded.Count > 2)
        {
            // Those of one stream continue each other.
            var between = encoded.Skip(1).SkipLast(1).GroupBy(append => append.Stream, StringComparer.Ordinal);
            await Parallel.ForEachAsync(between, Some(cancellation), async (group, stop) =>
            {
                foreach (var append in group) await _appender.AppendAsync(append, stop);
            });
        }

        if (encoded.Count > 1) await _appender.AppendAsync(encoded[^1], cancellation);
    }

    /// <summary>
    /// Every event after a position, once and in order within its stream. A position is the writer's time: it tells what came later by minutes, not by order. Who follows the ledger follows the
    /// change feed.
    /// </summary>
    public IAsyncEnumerable<StoredEvent> ReadAllAsync(long after, CancellationToken cancellation) => _feed.ReadAsync(after, cancellation);

    /// <summary>One event with its personal data, where it has any and the key was not destroyed.</summary>
    /// <exception cref="CryptographicException">The personal data was altered.</exception>
    public async Task<PersonalReading> ReadPersonalAsync(string stream, long version, CancellationToken cancellation)
    {
        if (await _streams.FindAsync(stream, cancellation) is not { } head || await _streams.EntryAsync(head, version, cancellation) is not { } entry)
            return new PersonalReading(PersonalStanding.None, null);
        var canonical = entry.Canonical();
        if (entry.K is null) return new PersonalReading(PersonalStanding.None, EventCodec.Decode(canonical));
        return await _keys.FindAsync(head.Subject, entry.K, cancellation) is { } key
            ? new PersonalReading(PersonalStanding.Kept, EventCodec.Decode(canonical, SealedPersonal.Open(key, stream, version, Convert.FromBase64String(entry.P!))))
            : new PersonalReading(PersonalStanding.Destroyed, EventCodec.Decode(canonical));
    }

    /// <summary>Destroys the key of a partition's personal data, for ever; the chain stays as it is and verifiable. True where there was a key.</summary>
    public Task<bool> DestroyPersonalKeyAsync(string partition, CancellationToken cancellation) => _keys.DestroyAsync(partition, cancellation);

    /// <summary>The copy of this ledger in a SQLite file.</summary>
    internal LedgerReplica Copied(SqliteLedger copy) => new(_feed, _streams, copy);

    private static ParallelOptions Some(CancellationToken cancellation) => new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
}
