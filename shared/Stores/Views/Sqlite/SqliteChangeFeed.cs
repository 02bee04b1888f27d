using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger.Sqlite;
using EntCredit.Stores.Views.Projections;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>What changed in public, by the SQLite ledger's events and projections.</summary>
/// <param name="reads">The file's reading side.</param>
/// <param name="byFacts">Whether the file is a copy: watermarks are numbers of the order that is a fact, and what is not numbered yet has not happened.</param>
public sealed class SqliteChangeFeed(ReadSessions reads, bool byFacts = false) : IChangeFeed
{
    private const string Columns = "SELECT r.stream, s.name, s.version, r.phase, r.subject FROM records r JOIN streams s ON s.id = r.stream";

    private const string InJurisdiction = "(?3 IS NULL OR r.jurisdiction = (SELECT id FROM terms WHERE text = ?3))";

    private const string ByPosition = "SELECT position, stream FROM events WHERE position > ?1 AND position <= ?2";

    private const string ByNumber = """
        SELECT e.position, e.stream FROM order_spans o JOIN streams n ON n.name = o.stream JOIN events e ON e.stream = n.id AND e.version BETWEEN o.low AND o.high
        WHERE o.first >= coalesce((SELECT max(first) FROM order_spans WHERE first <= ?1), 1) AND o.first <= ?2 AND o.first + e.version - o.low > ?1 AND o.first + e.version - o.low <= ?2
        """;

    // Under whose name a record is shown changes with a merge, with its undoing and with another name: that is a change of the record too.
    private const string Changed = $$"""
        WITH happened (position, stream) AS MATERIALIZED ({0}),
        told (subject) AS (
            SELECT c.subject FROM happened h JOIN subject_merges c ON c.position = h.position
            UNION SELECT f.id FROM happened h JOIN streams n ON n.id = h.stream JOIN subjects u ON u.name = n.name JOIN former_names o ON o.subject = u.id AND o.position = h.position
                JOIN subjects f ON coalesce(f.root, f.id) = coalesce(u.root, u.id))
        {{Columns}}
        WHERE r.stream IN (SELECT stream FROM happened UNION SELECT m.stream FROM told t JOIN records m ON m.subject = t.subject)
        AND {{InJurisdiction}} ORDER BY r.stream
        """;

    private const string Shown = $"{Columns} WHERE s.name > ?1 AND r.phase = ?2 AND {InJurisdiction} ORDER BY s.name LIMIT ?4";

    private const string One = $"{PublicRecordRows.Select} WHERE r.stream = ?";

    // What the public has seen once it may have copied.
    private const string WasShown = """SELECT 1 FROM events WHERE stream = ? AND canonical LIKE '%"type":"record.published/%' LIMIT 1""";

    private readonly string _changed = Changed.Replace("{0}", byFacts ? ByNumber : ByPosition, StringComparison.Ordinal);

    /// <inheritdoc/>
    public Task<PublicChanges> AfterAsync(string? jurisdiction, long after, int events, CancellationToken cancellation) =>
        reads.ReadAsync(session => Read(session, jurisdiction, after, events), cancellation);

    /// <inheritdoc/>
    public Task<PublicSnapshot> SnapshotAsync(string? jurisdiction, string after, int records, CancellationToken cancellation) =>
        reads.ReadAsync(session => Read(session, jurisdiction, after, records), cancellation);

    /// <inheritdoc/>
    public Task<(long Last, string? Hash)> AtAsync(long watermark, CancellationToken cancellation) => reads.ReadAsync(
        session => (Last(session), Last(session) < watermark || watermark < 1 ? null : OrderedHashes.All(session, watermark, watermark).Select(Convert.ToHexStringLower).SingleOrDefault()), cancellation);

    private PublicChanges Read(SqliteSession session, string? jurisdiction, long after, int events)
    {
        var last = Last(session);
        var through = Math.Max(after, Math.Min(last, after + events));
        var changes = session.Prepare(_changed).Bind(after).Bind(through).Bind(jurisdiction).All(RowOf).Select(row => ChangeOf(session, row)).OfType<PublicChange>().ToList();
        return new PublicChanges(after, through, through < last, changes);
    }

    private PublicSnapshot Read(SqliteSession session, string? jurisdiction, string after, int records)
    {
        var rows = session.Prepare(Shown).Bind(after).Bind((long)RecordPhase.Published).Bind(jurisdiction).Bind(records).All(RowOf);
        var shown = rows.Select(row => ChangeOf(session, row)).OfType<PublicChange>().Where(change => change.Shown is not null).ToList();
        return new PublicSnapshot(Last(session), rows.Count < records ? null : rows[^1].Id, shown);
    }

    private long Last(SqliteSession session) => byFacts && !OrderedHashes.IsByFacts(session) ? 0 : OrderedHashes.Last(session);

    private static ChangedRow RowOf(Statement row) => new(row.Number(0), row.Text(1), row.Number(2), (RecordPhase)row.Number(3), row.NumberOrNull(4));

    private static PublicChange? ChangeOf(SqliteSession session, ChangedRow row)
    {
        var shown = row.Phase == RecordPhase.Published ? session.Prepare(One).Bind(row.Stream).All(PublicRecordRows.Read).Single() : null;
        if (shown?.Content.Status != ContentStatus.Valid) shown = null;
        if (shown is null && session.Prepare(WasShown).Bind(row.Stream).First(found => found.Number(0)) is null) return null;
        var (name, code) = row.Subject is { } key ? EnterpriseOf(session, key) : default;
        return new PublicChange(row.Id, row.Version, code, name, shown);
    }

    private static (string? Name, string? Code) EnterpriseOf(SqliteSession session, long subject)
    {
        var family = SubjectFamily.Of(session, SubjectProjection.RootOf(session, subject));
        return (family.Name, family.Number(session, AliasKind.CreditCode) ?? family.Number(session, AliasKind.RegistrationNumber));
    }

    private sealed record ChangedRow(long Stream, string Id, long Version, RecordPhase Phase, long? Subject);
}
