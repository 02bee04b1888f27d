using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>The index of cases, by the SQLite ledger's projections.</summary>
public sealed class SqliteCaseIndex(ReadSessions reads) : ICaseIndex
{
    private const string Found = """
        SELECT s.name FROM terms k JOIN case_index c ON c.key = k.id JOIN streams s ON s.id = c.stream
        WHERE k.text = ? AND c.kind = ? AND c.part = ? AND c.stream < ? ORDER BY c.stream DESC LIMIT ?
        """;

    private const string Unsettled = """
        SELECT DISTINCT s.name FROM case_index c JOIN streams s ON s.id = c.stream WHERE c.kind = ? AND c.part = ? LIMIT ?
        """;

    private const string Subject = "SELECT id, registered_name FROM subjects WHERE name = ?";

    private const string Alias = "SELECT value FROM aliases WHERE subject = ? AND kind = ? ORDER BY position DESC LIMIT 1";

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindAsync(
        CaseKind kind, CasePart part, string key, string? after, int limit, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<string>>(
            session => session.Prepare(Found)
                .Bind(key)
                .Bind((long)kind)
                .Bind((long)part)
                .Bind(NumberBefore(session, after))
                .Bind(limit)
                .All(row => row.Text(0)),
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> UnsettledSanctionsAsync(int limit, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<string>>(
            session => session.Prepare(Unsettled).Bind((long)CaseKind.Sanction).Bind((long)CasePart.Unsettled).Bind(limit).All(row => row.Text(0)),
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> UnfollowedRecordsAsync(int limit, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<string>>(
            session => session.Prepare(Unsettled).Bind((long)CaseKind.Record).Bind((long)CasePart.Unsettled).Bind(limit).All(row => row.Text(0)),
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, KnownEnterprise>> EnterprisesAsync(
        IReadOnlyCollection<string> subjects, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyDictionary<string, KnownEnterprise>>(
            session => subjects.Distinct(StringComparer.Ordinal).ToDictionary(subject => subject, subject => Enterprise(session, subject), StringComparer.Ordinal),
            cancellation);

    /// <summary>The stream's number that a page goes on below; the cursor of a stream that is not there finds nothing.</summary>
    internal static long NumberBefore(SqliteSession session, string? after) => after is null
        ? long.MaxValue
        : session.Prepare("SELECT id FROM streams WHERE name = ?").Bind(after).First(row => row.Number(0)) ?? 0;

    private static KnownEnterprise Enterprise(SqliteSession session, string subject)
    {
        if (session.Prepare(Subject).Bind(subject).First(row => (Id: row.Number(0), Name: row.TextOrNull(1))) is not { } known)
            return new KnownEnterprise(null, null, null);
        return new KnownEnterprise(
            known.Name,
            session.Prepare(Alias).Bind(known.Id).Bind((long)AliasKind.CreditCode).FirstText(),
            session.Prepare(Alias).Bind(known.Id).Bind((long)AliasKind.RegistrationNumber).FirstText());
    }
}
