using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using EntCredit.Stores.Ledger.Seals;
using EntCredit.Stores.Ledger.Sqlite;
using EntCredit.Stores.Views.Projections;

namespace EntCredit.Stores.Ledger;

/// <summary>
/// The embedded ledger: one SQLite file (WAL, synchronous=FULL), one writer with group commit, many readers. Projections are written in the
/// transaction of the events. Personal data's keys lie in a second file. Several processes may have the file open.
/// </summary>
public sealed class SqliteLedger : ILedger, ILedgerOrder, IPersonalData, IDisposable
{
    private const int Page = 1_000;

    private readonly RandomNumberGenerator _random;
    private readonly PersonalVault _vault;
    private readonly LedgerWriter _writer;
    private int _disposed;

    /// <summary>Opens the ledger, making its files where they are missing.</summary>
    /// <param name="path">The ledger's file; its folder must exist.</param>
    /// <param name="random">Where salts, nonces and keys come from.</param>
    public SqliteLedger(string path, RandomNumberGenerator random)
    {
        _random = random;
        Path = path;
        var session = new SqliteSession(
            path, "busy_timeout = 30000", "page_size = 8192", "journal_mode = WAL", "synchronous = FULL", "temp_store = MEMORY", "cache_size = -32768", "wal_autocheckpoint = 8000");
        LedgerSchema.Ensure(session, ProjectionSet.Tables);
        LedgerSchema.EnsureLater(session);
        _vault = new PersonalVault(KeyFile(path), random);
        _writer = new LedgerWriter(session, new AppendTarget(session, _vault, new ProjectionSet(session)));
        Reads = new ReadSessions(path);
    }

    /// <summary>The ledger's file.</summary>
    public string Path { get; }

    /// <summary>The reading side, for the views of the same file.</summary>
    public ReadSessions Reads { get; }

    /// <summary>The file beside the ledger that holds the keys of personal data.</summary>
    public static string KeyFile(string path) => System.IO.Path.ChangeExtension(path, ".keys.db");

    /// <inheritdoc/>
    public bool IsAtomic => true;

    /// <inheritdoc/>
    public Task<LoadedStream> LoadAsync(string stream, CancellationToken cancellation) =>
        Reads.ReadAsync(session => StreamReading.Load(session, stream), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, LoadedStream>> LoadManyAsync(IReadOnlyCollection<string> streams, CancellationToken cancellation) =>
        Reads.ReadAsync<IReadOnlyDictionary<string, LoadedStream>>(
            session => streams.Distinct(StringComparer.Ordinal).ToDictionary(
                stream => stream, stream => StreamReading.Load(session, stream), StringComparer.Ordinal),
            cancellation);

    /// <inheritdoc/>
    public Task AppendAsync(IReadOnlyList<Append> appends, CancellationToken cancellation)
    {
        if (appends.Count == 0) return Task.CompletedTask;
        var encoded = new EncodedAppend[appends.Count];
        for (var index = 0; index < encoded.Length; index++) encoded[index] = EncodedAppend.Of(appends[index], _random);
        return _writer.RunAsync(target => target.Append(encoded), appends.Sum(append => append.Events.Count), cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEvent> ReadAllAsync(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            var page = await Reads.ReadAsync(session => StreamReading.Page(session, after, Page), cancellation);
            foreach (var stored in page)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return stored;
            }

            if (page.Count < Page) yield break;
            after = page[^1].Position;
        }
    }

    /// <inheritdoc/>
    public Task<long> ExtendAsync(CancellationToken cancellation) => Reads.ReadAsync(OrderedHashes.Last, cancellation);

    /// <inheritdoc/>
    public Task<string> RootAsync(long from, long through, CancellationToken cancellation) =>
        Reads.ReadAsync(session => OrderedHashes.Root(session, from, through), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DaySeal>> SealsAsync(int most, CancellationToken cancellation) =>
        Reads.ReadAsync<IReadOnlyList<DaySeal>>(session => OrderedHashes.Seals(session, most), cancellation);

    /// <summary>Events that another store holds, with their canonical bytes as they are there; each must be the next of its stream.</summary>
    internal Task AdoptAsync(IReadOnlyList<EncodedAppend> appends, CancellationToken cancellation) =>
        _writer.RunAsync(target => target.Append(appends), appends.Count, cancellation);

    /// <summary>Moves the outbox's cursor: on the writer's thread, in a durable transaction of its own or with others.</summary>
    internal Task MoveOutboxAsync(Action<AppendTarget> move, CancellationToken cancellation) => _writer.RunAsync(move, 1, cancellation);

    /// <summary>The number of a stream's events, without reading them.</summary>
    internal long VersionOf(string stream) =>
        Reads.Read(session => session.Prepare("SELECT version FROM streams WHERE name = ?").Bind(stream).First(row => row.Number(0)) ?? 0);

    /// <summary>One event with its personal data, where it has any and the key was not destroyed.</summary>
    /// <exception cref="CryptographicException">The personal data was altered.</exception>
    public Task<PersonalReading> ReadPersonalAsync(string stream, long version, CancellationToken cancellation) =>
        Reads.ReadAsync(session => StreamReading.Personal(session, _vault, stream, version), cancellation);

    /// <summary>Destroys the key of a partition's personal data, for ever; the chain stays as it is and verifiable. True where there was a key.</summary>
    public async Task<bool> DestroyPersonalKeyAsync(string partition, CancellationToken cancellation)
    {
        // On the writer's thread, so that no append seals with the key that is being destroyed.
        var destroyed = false;
        await _writer.RunAsync(_ => destroyed |= _vault.Destroy(partition), 1, cancellation);
        return destroyed;
    }

    /// <summary>Empties every projection and makes it anew from the events, in one transaction: readers see the old rows until the new ones are complete.</summary>
    public Task RebuildProjectionsAsync(CancellationToken cancellation) =>
        _writer.RunAsync(target => new ProjectionRebuild(Path, target.Session, target.Projections).Run(cancellation), int.MaxValue / 2, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        _writer.Dispose();
        Reads.Dispose();
        _vault.Dispose();
    }
}
