using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>What the public sees, by the SQLite ledger's projections; each record's content is read from the event that holds it.</summary>
public sealed class SqlitePublicView(ReadSessions reads) : IPublicView
{
    private const string Records = $"""
        {PublicRecordRows.Select} WHERE r.subject IN {SubjectFamily.Members} AND r.phase = ?2 ORDER BY r.stream DESC
        """;

    // Hidden before the public saw it, a record leaves no mark.
    private const string Suspended = $"""
        SELECT i.text, p.text, min(e.hidden_since)
        FROM records r JOIN terms i ON i.id = r.item JOIN terms p ON p.id = r.provider JOIN case_effects e ON e.record = r.stream
        WHERE r.subject IN {SubjectFamily.Members} AND r.phase = ?2 AND r.published_at IS NOT NULL AND e.hidden_since IS NOT NULL GROUP BY r.stream ORDER BY r.stream DESC
        """;

    /// <inheritdoc/>
    public Task<PublicEnterprise?> FindAsync(string number, CancellationToken cancellation) =>
        reads.ReadAsync(session => Find(session, number), cancellation);

    /// <inheritdoc/>
    public Task<PublicHits> SearchAsync(PublicQuery query, long after, int limit, CancellationToken cancellation) =>
        reads.ReadAsync(session => new PublicSearch(session, query).Page(after, limit), cancellation);

    private static PublicEnterprise? Find(SqliteSession session, string number)
    {
        if (SubjectFamily.Of(session, number) is not { Name: { } name } family) return null;
        var records = session.Prepare(Records).Bind(family.Root).Bind((long)RecordPhase.Published).All(PublicRecordRows.Read)
            .Where(record => record.Content.Status == ContentStatus.Valid)
            .OrderByDescending(record => record.Content.GeneratedOn);
        var (code, registration) = (family.Number(session, AliasKind.CreditCode), family.Number(session, AliasKind.RegistrationNumber));
        return new PublicEnterprise(family.Id, name, code, registration, [.. records])
        {
            Address = family.Address,
            FormerNames = [.. family.AllNames(session).Where(other => other != name)],
            OtherNumbers = [.. family.Numbers(session).Where(other => other != code && other != registration)],
            Suspended = session.Prepare(Suspended)
                .Bind(family.Root)
                .Bind((long)RecordPhase.Suspended)
                .All(row => new SuspendedRecord(row.Text(0), row.Text(1), Instants.Of(row.Number(2)))),
        };
    }
}
