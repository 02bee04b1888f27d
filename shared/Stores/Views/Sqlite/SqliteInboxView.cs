using System.Globalization;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>A department's inbox, by the SQLite ledger's projections.</summary>
public sealed class SqliteInboxView(ReadSessions reads) : IInboxView
{
    private const string About = """
        (SELECT t.text FROM case_index x JOIN terms t ON t.id = x.key WHERE x.stream = s.id AND x.part =
        """;

    private const string Owed = $"""
        SELECT s.name, u.text, o.from_day, o.due_day, i.text, o.opened_at, c.text, o.provisional,
        coalesce(w.name, {About} 5 LIMIT 1)), {About} 6 LIMIT 1)
        FROM terms d JOIN obligations o INDEXED BY obligations_owed ON o.debtor = d.id
        JOIN streams s ON s.id = o.about JOIN terms u ON u.id = o.rule JOIN terms c ON c.id = o.calendar LEFT JOIN terms i ON i.id = o.item
        LEFT JOIN records r ON r.stream = o.about LEFT JOIN subjects w ON w.id = r.subject
        WHERE d.text = ? AND o.closed_at IS NULL AND (o.due_day, o.about, o.rule) > (?, ?, ?)
        ORDER BY o.due_day, o.about, o.rule LIMIT ?
        """;

    private const string Waiting = $"""
        SELECT s.name, a.kind, {About} 5 LIMIT 1)
        FROM terms d JOIN case_index a ON a.key = d.id AND a.part = 9 JOIN streams s ON s.id = a.stream
        WHERE d.text = ? AND a.stream < ? ORDER BY a.stream DESC LIMIT ?
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<OwedDuty>> OwedAsync(string department, string? after, int limit, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<OwedDuty>>(
            session =>
            {
                var (day, stream, rule) = Place(session, after);
                return session.Prepare(Owed).Bind(department).Bind(day).Bind(stream).Bind(rule).Bind(limit).All(Read);
            },
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WaitingCase>> WaitingAsync(string department, string? after, int limit, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<WaitingCase>>(
            session => session.Prepare(Waiting)
                .Bind(department)
                .Bind(SqliteCaseIndex.NumberBefore(session, after))
                .Bind(limit)
                .All(row => new WaitingCase(row.Text(0), (CaseKind)row.Number(1), row.TextOrNull(2))),
            cancellation);

    private static OwedDuty Read(Statement row) => new(
        row.Text(0),
        row.Text(1),
        DateOnly.FromDayNumber((int)row.Number(2)),
        DateOnly.FromDayNumber((int)row.Number(3)),
        row.TextOrNull(4),
        Instants.Of(row.Number(5)),
        row.Text(6),
        row.Number(7) == 1,
        row.TextOrNull(8),
        row.TextOrNull(9));

    /// <summary>Where a cursor's page goes on; one that is illegible begins anew.</summary>
    private static (long Day, long Stream, long Rule) Place(SqliteSession session, string? after)
    {
        if (after?.Split('.', 3) is not [var day, var rule, var stream]
            || !DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due))
            return (-1, 0, 0);
        return (
            due.DayNumber,
            session.Prepare("SELECT id FROM streams WHERE name = ?").Bind(stream).First(row => row.Number(0)) ?? long.MaxValue,
            session.Prepare("SELECT id FROM terms WHERE text = ?").Bind(rule).First(row => row.Number(0)) ?? long.MaxValue);
    }
}
