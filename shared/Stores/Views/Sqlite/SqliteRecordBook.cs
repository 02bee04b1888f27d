using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger.Sqlite;
using EntCredit.Stores.Views.Projections;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>The records of a batch, by the SQLite ledger's projections.</summary>
public sealed class SqliteRecordBook(ReadSessions reads) : IRecordBook
{
    private const string OfBatch = """
        SELECT s.name, r.phase, w.name, r.collected_at, r.published_at
        FROM terms t JOIN records r ON r.batch = t.id JOIN streams s ON s.id = r.stream LEFT JOIN subjects w ON w.id = r.subject
        WHERE t.text = ? AND (r.line, r.stream) > (?, ?) ORDER BY r.line, r.stream LIMIT ?
        """;

    // A part that is left open is bound to null; the provider's own index gives the order.
    private const string OfProvider = """
        SELECT s.name, r.phase, i.text, b.text, r.line, w.name, r.collected_at, r.published_at
        FROM terms p JOIN records r ON r.provider = p.id JOIN streams s ON s.id = r.stream
        JOIN terms i ON i.id = r.item JOIN terms b ON b.id = r.batch LEFT JOIN subjects w ON w.id = r.subject
        WHERE p.text = ?1 AND r.stream < ?2 AND (?3 IS NULL OR i.text = ?3) AND (?4 IS NULL OR r.phase = ?4) AND (?5 IS NULL OR b.text = ?5)
        AND (?6 IS NULL OR r.subject IN (SELECT f.id FROM aliases a JOIN subjects n ON n.id = a.subject
            JOIN subjects f ON f.id = n.id OR f.id = n.root OR f.root = coalesce(n.root, n.id) WHERE a.value = ?6 AND a.kind = ?7))
        AND (?8 IS NULL OR r.collected_at >= ?8) AND (?9 IS NULL OR r.collected_at < ?9)
        ORDER BY r.stream DESC LIMIT ?10
        """;

    private const string PlaceOf = "SELECT r.line, r.stream FROM streams s JOIN records r ON r.stream = s.id WHERE s.name = ?";

    private const string CountByPhase = """
        SELECT p.phase, p.records FROM terms t JOIN batch_phases p ON p.batch = t.id WHERE t.text = ? AND p.records > 0
        """;

    // A record that an app posted belongs to no batch of its own: nothing of it is unfinished.
    private const string Publishable = """
        SELECT s.name FROM batch_phases p JOIN records r ON r.batch = p.batch AND r.phase = 4 JOIN streams s ON s.id = r.stream
        WHERE p.phase = 4 AND p.records > 0 AND NOT EXISTS (SELECT 1 FROM batches b WHERE b.batch = p.batch AND b.phase IN (1, 2))
        LIMIT ?
        """;

    // As Record.AwaitsSubject: what is held for review waits for the register as well.
    private const string Joinable = """
        SELECT s.name FROM batch_phases p JOIN records r ON r.batch = p.batch AND r.phase = p.phase
        JOIN subjects w ON w.id = r.subject JOIN streams s ON s.id = r.stream
        WHERE p.phase IN (2, 3) AND p.records > 0 AND r.standing & 4 = 0 AND (w.registered_name IS NOT NULL
            OR (w.root IS NOT NULL AND EXISTS (SELECT 1 FROM subjects f WHERE (f.id = w.root OR f.root = w.root) AND f.registered_name IS NOT NULL))) LIMIT ?
        """;

    private const string Displayed = """
        SELECT s.name FROM terms j JOIN records r ON r.jurisdiction = j.id JOIN streams s ON s.id = r.stream
        WHERE j.text = ? AND r.phase IN (6, 8) AND r.published_at < ? AND r.stream > ? ORDER BY r.stream LIMIT ?
        """;

    // Its content's event tells who mended it.
    private const string Holding = """
        SELECT DISTINCT coalesce(json_extract(e.canonical, '$.data.mendedBy'), t.text)
        FROM batch_phases p JOIN records r ON r.batch = p.batch AND r.phase = 2 JOIN events e ON e.position = r.content JOIN terms t ON t.id = r.batch
        WHERE p.phase = 2 AND p.records > 0
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> JoinableAsync(int limit, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<string>>(session => session.Prepare(Joinable).Bind(limit).All(row => row.Text(0)), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> HoldingBatchesAsync(CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<string>>(session => session.Prepare(Holding).All(row => row.Text(0)), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordRow>> OfBatchAsync(string batch, string? after, int limit, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<RecordRow>>(
            session =>
            {
                var place = after is null ? null : session.Prepare(PlaceOf).Bind(after).First(row => (Line: row.Number(0), Stream: row.Number(1)));
                return session.Prepare(OfBatch)
                    .Bind(BatchProjection.IdOf(batch))
                    .Bind(place?.Line ?? -1)
                    .Bind(place?.Stream ?? 0)
                    .Bind(limit)
                    .All(row => new RecordRow(
                        row.Text(0), (RecordPhase)row.Number(1), row.TextOrNull(2), Instants.Of(row.NumberOrNull(3)), Instants.Of(row.NumberOrNull(4))));
            },
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ListedRecord>> OfProviderAsync(
        string provider, RecordFilter filter, string? after, int limit, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<ListedRecord>>(
            session =>
            {
                var place = after is null ? long.MaxValue : session.Prepare(PlaceOf).Bind(after).First(row => row.Number(1)) ?? 0;
                return session.Prepare(OfProvider)
                    .Bind(provider)
                    .Bind(place)
                    .Bind(filter.Item)
                    .Bind((long?)filter.Phase)
                    .Bind(filter.Batch is { } batch ? BatchProjection.IdOf(batch) : null)
                    .Bind(filter.Number?.Value)
                    .Bind((long?)filter.Number?.Kind)
                    .Bind(filter.From?.UtcTicks)
                    .Bind(filter.Until?.UtcTicks)
                    .Bind(limit)
                    .All(row => new ListedRecord(
                        row.Text(0),
                        (RecordPhase)row.Number(1),
                        row.Text(2),
                        row.Text(3),
                        (int)row.Number(4),
                        row.TextOrNull(5),
                        Instants.Of(row.NumberOrNull(6)),
                        Instants.Of(row.NumberOrNull(7))));
            },
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<RecordPhase, int>> CountByPhaseAsync(string batch, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyDictionary<RecordPhase, int>>(
            session => session.Prepare(CountByPhase)
                .Bind(BatchProjection.IdOf(batch))
                .All(row => KeyValuePair.Create((RecordPhase)row.Number(0), (int)row.Number(1)))
                .ToDictionary(),
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> PublishableAsync(int limit, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<string>>(session => session.Prepare(Publishable).Bind(limit).All(row => row.Text(0)), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> DisplayedAsync(
        string jurisdiction, DateTimeOffset publishedBefore, string? after, int limit, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<string>>(
            session => session.Prepare(Displayed)
                .Bind(jurisdiction)
                .Bind(publishedBefore.UtcTicks)
                .Bind(after is null ? 0 : session.Prepare(PlaceOf).Bind(after).First(row => row.Number(1)) ?? 0)
                .Bind(limit)
                .All(row => row.Text(0)),
            cancellation);
}
