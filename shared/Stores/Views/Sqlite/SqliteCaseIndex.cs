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

    // Whoever was found to be one is one: what is known of any of them is known of all.
    private const string Family = $"SELECT name FROM subjects WHERE id IN {SubjectFamily.MembersWith}";

    private const string AnyMerged = "SELECT 1 FROM subjects WHERE root IS NOT NULL LIMIT 1";

    private const string Unsettled = """
        SELECT DISTINCT s.name FROM case_index c JOIN streams s ON s.id = c.stream WHERE c.kind = ? AND c.part = ? LIMIT ?
        """;

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
    public Task<IReadOnlyDictionary<string, IReadOnlyList<(CaseKind Kind, string Stream)>>> AboutAsync(
        IReadOnlyCollection<CaseKind> kinds, IReadOnlyCollection<string> subjects, int limit, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyDictionary<string, IReadOnlyList<(CaseKind, string)>>>(
            session =>
            {
                // Mostly nobody was found to be somebody else: then nobody is asked for a family.
                var merged = session.Prepare(AnyMerged).First(row => row.Number(0)) is not null;
                return subjects.Distinct(StringComparer.Ordinal).ToDictionary(
                    subject => subject,
                    subject => About(session, merged && session.Prepare(Family).Bind(subject).All(row => row.Text(0)) is { Count: > 1 } family ? family : [subject], kinds, limit),
                    StringComparer.Ordinal);
            },
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

    private static KnownEnterprise Enterprise(SqliteSession session, string subject) => SubjectFamily.OfSubject(session, subject) is { } family
        ? new KnownEnterprise(family.Name, family.Number(session, AliasKind.CreditCode), family.Number(session, AliasKind.RegistrationNumber))
        : new KnownEnterprise(null, null, null);

    private static IReadOnlyList<(CaseKind Kind, string Stream)> About(SqliteSession session, IReadOnlyList<string> family, IReadOnlyCollection<CaseKind> kinds, int limit) =>
    [
        .. from kind in kinds
           from subject in family
           from stream in session.Prepare(Found).Bind(subject).Bind((long)kind).Bind((long)CasePart.Subject).Bind(long.MaxValue).Bind(limit).All(row => row.Text(0))
           select (kind, stream),
    ];
}
