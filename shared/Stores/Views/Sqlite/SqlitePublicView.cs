using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger.Sqlite;
using EntCredit.Stores.Views.Projections;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>What the public sees, by the SQLite ledger's projections; each record's content is read from the event that holds it.</summary>
public sealed class SqlitePublicView(ReadSessions reads) : IPublicView
{
    private const string Subject = """
        SELECT s.id, s.name, s.registered_name FROM aliases a JOIN subjects s ON s.id = a.subject
        WHERE a.value = ? AND s.registered_name IS NOT NULL ORDER BY a.kind LIMIT 1
        """;

    private const string Names = """
        SELECT names.rowid, s.registered_name FROM names JOIN subjects s ON s.id = names.rowid
        WHERE names MATCH ? AND names.rowid > ? ORDER BY names.rowid LIMIT ?
        """;

    private const string Following = "SELECT count(*) FROM (SELECT 1 FROM names WHERE names MATCH ? AND rowid > ? LIMIT ?)";

    private const string Alias = "SELECT value FROM aliases WHERE subject = ? AND kind = ? ORDER BY position DESC LIMIT 1";

    private const string Records = $"""
        {PublicRecordRows.Select} WHERE r.subject = ? AND r.phase = ? ORDER BY r.stream DESC
        """;

    // Hidden before the public saw it, a record leaves no mark.
    private const string Suspended = """
        SELECT i.text, p.text, min(e.hidden_since)
        FROM records r JOIN terms i ON i.id = r.item JOIN terms p ON p.id = r.provider JOIN case_effects e ON e.record = r.stream
        WHERE r.subject = ? AND r.phase = ? AND r.published_at IS NOT NULL AND e.hidden_since IS NOT NULL GROUP BY r.stream ORDER BY r.stream DESC
        """;

    /// <inheritdoc/>
    public Task<PublicEnterprise?> FindAsync(string number, CancellationToken cancellation) =>
        reads.ReadAsync(session => Find(session, number), cancellation);

    /// <inheritdoc/>
    public Task<PublicHits> SearchAsync(string words, long after, int limit, CancellationToken cancellation) =>
        NameProjection.QueryOf(words) is { } query
            ? reads.ReadAsync(session => Search(session, query, after, limit), cancellation)
            : Task.FromResult(PublicHits.None);

    private static PublicHits Search(SqliteSession session, string query, long after, int limit)
    {
        var found = session.Prepare(Names).Bind(query).Bind(after).Bind(limit)
            .All(row => (Key: row.Number(0), Hit: new PublicHit(
                row.Text(1), AliasOf(session, row.Number(0), AliasKind.CreditCode), AliasOf(session, row.Number(0), AliasKind.RegistrationNumber))));
        if (found.Count < limit) return new PublicHits([.. found.Select(one => one.Hit)], 0, null);
        var more = (int)session.Prepare(Following).Bind(query).Bind(found[^1].Key).Bind(PublicHits.MostCounted).First(row => row.Number(0))!.Value;
        return new PublicHits([.. found.Select(one => one.Hit)], more, more == 0 ? null : found[^1].Key);
    }

    private static PublicEnterprise? Find(SqliteSession session, string number)
    {
        var found = session.Prepare(Subject).Bind(number).First(row => (Key: row.Number(0), Id: row.Text(1), Name: row.Text(2)));
        if (found is not { } subject) return null;
        var records = session.Prepare(Records).Bind(subject.Key).Bind((long)RecordPhase.Published).All(PublicRecordRows.Read)
            .Where(record => record.Content.Status == ContentStatus.Valid)
            .OrderByDescending(record => record.Content.GeneratedOn);
        return new PublicEnterprise(
            subject.Id,
            subject.Name,
            AliasOf(session, subject.Key, AliasKind.CreditCode),
            AliasOf(session, subject.Key, AliasKind.RegistrationNumber),
            [.. records])
        {
            Suspended = session.Prepare(Suspended)
                .Bind(subject.Key)
                .Bind((long)RecordPhase.Suspended)
                .All(row => new SuspendedRecord(row.Text(0), row.Text(1), Instants.Of(row.Number(2)))),
        };
    }

    private static string? AliasOf(SqliteSession session, long subject, AliasKind kind) =>
        session.Prepare(Alias).Bind(subject).Bind((long)kind).FirstText();
}
