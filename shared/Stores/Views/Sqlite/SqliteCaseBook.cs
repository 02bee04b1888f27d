using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>The cases about records, by the SQLite ledger's projections.</summary>
public sealed class SqliteCaseBook(ReadSessions reads) : ICaseBook
{
    private const string Columns = """
        SELECT s.name, c.record, p.text, t.text, j.text, i.text, c.phase, c.begun_at
        FROM record_cases c JOIN streams s ON s.id = c.stream JOIN terms p ON p.id = c.provider JOIN terms t ON t.id = c.taker
        JOIN terms j ON j.id = c.jurisdiction JOIN terms i ON i.id = c.item
        """;

    private const string OfDepartment = Columns + """

        WHERE c.kind = ?1 AND (c.provider = (SELECT id FROM terms WHERE text = ?2) OR c.taker = (SELECT id FROM terms WHERE text = ?2)
            OR c.jurisdiction = (SELECT id FROM terms WHERE text = ?3))
        AND (?4 IS NULL OR c.phase = ?4) AND c.stream < ?5 ORDER BY c.stream DESC LIMIT ?6
        """;

    private const string About = Columns + " WHERE c.kind = ? AND c.record = ? ORDER BY c.stream";

    private const string Lacking = """
        SELECT s.name FROM record_cases c JOIN streams s ON s.id = c.stream JOIN streams n ON n.name = c.record JOIN records r ON r.stream = n.id
        LEFT JOIN case_effects e ON e.record = r.stream AND e.case_name = s.name
        WHERE r.phase NOT IN (?, ?)
        AND (c.hides <> (e.hidden_since IS NOT NULL) OR c.removes = 1
            OR (c.amends = 1 AND coalesce(e.amended, 0) = 0))
        ORDER BY c.stream LIMIT ?
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CaseRow>> OfDepartmentAsync(
        CaseKind kind, string department, string? jurisdiction, int? phase, string? after, int limit, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<CaseRow>>(
            session =>
            {
                var before = after is null
                    ? long.MaxValue
                    : session.Prepare("SELECT id FROM streams WHERE name = ?").Bind(after).First(row => row.Number(0)) ?? 0;
                return session.Prepare(OfDepartment)
                    .Bind((long)kind)
                    .Bind(department)
                    .Bind(jurisdiction)
                    .Bind(phase)
                    .Bind(before)
                    .Bind(limit)
                    .All(Read);
            },
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CaseRow>> AboutAsync(CaseKind kind, string record, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<CaseRow>>(session => session.Prepare(About).Bind((long)kind).Bind(record).All(Read), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> LackingEffectAsync(int limit, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<string>>(
            session => session.Prepare(Lacking).Bind((long)RecordPhase.Withdrawn).Bind((long)RecordPhase.Expired).Bind(limit).All(row => row.Text(0)),
            cancellation);

    private static CaseRow Read(Statement row) => new(
        row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), (int)row.Number(6), Instants.Of(row.Number(7)));
}
