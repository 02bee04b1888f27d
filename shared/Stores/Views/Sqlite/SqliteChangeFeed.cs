using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger.Sqlite;
using EntCredit.Stores.Views.Projections;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>What changed in public, by the SQLite ledger's events and projections.</summary>
public sealed class SqliteChangeFeed(ReadSessions reads) : IChangeFeed
{
    // Under whose name a record is shown changes with a merge and its undoing: that is a change of the record too.
    private const string Changed = """
        SELECT r.stream, s.name, s.version, r.phase, r.subject
        FROM records r JOIN streams s ON s.id = r.stream
        WHERE r.stream IN (
            SELECT e.stream FROM events e WHERE e.position > ?1 AND e.position <= ?2
            UNION SELECT m.stream FROM subject_merges c JOIN records m ON m.subject = c.subject
            WHERE c.position > ?1 AND c.position <= ?2)
        AND (?3 IS NULL OR r.jurisdiction = (SELECT id FROM terms WHERE text = ?3)) ORDER BY r.stream
        """;

    private const string One = $"{PublicRecordRows.Select} WHERE r.stream = ?";

    // What the public has seen once it may have copied.
    private const string WasShown = """SELECT 1 FROM events WHERE stream = ? AND canonical LIKE '%"type":"record.published/%' LIMIT 1""";

    /// <inheritdoc/>
    public Task<PublicChanges> AfterAsync(string? jurisdiction, long after, int events, CancellationToken cancellation) =>
        reads.ReadAsync(session => Read(session, jurisdiction, after, events), cancellation);

    private static PublicChanges Read(SqliteSession session, string? jurisdiction, long after, int events)
    {
        var last = OrderedHashes.Last(session);
        var through = Math.Max(after, Math.Min(last, after + events));
        var changed = session.Prepare(Changed).Bind(after).Bind(through).Bind(jurisdiction)
            .All(row => (Stream: row.Number(0), Id: row.Text(1), Version: row.Number(2), Phase: (RecordPhase)row.Number(3), Subject: row.NumberOrNull(4)));
        var changes = new List<PublicChange>(changed.Count);
        foreach (var (stream, id, version, phase, subject) in changed)
        {
            var shown = phase == RecordPhase.Published ? session.Prepare(One).Bind(stream).All(PublicRecordRows.Read).Single() : null;
            if (shown?.Content.Status != ContentStatus.Valid) shown = null;
            if (shown is null && session.Prepare(WasShown).Bind(stream).First(row => row.Number(0)) is null) continue;
            var (name, code) = subject is { } key ? EnterpriseOf(session, key) : default;
            changes.Add(new PublicChange(id, version, code, name, shown));
        }

        return new PublicChanges(after, through, through < last, changes);
    }

    private static (string? Name, string? Code) EnterpriseOf(SqliteSession session, long subject)
    {
        var family = SubjectFamily.Of(session, SubjectProjection.RootOf(session, subject));
        return (family.Name, family.Number(session, AliasKind.CreditCode) ?? family.Number(session, AliasKind.RegistrationNumber));
    }
}
