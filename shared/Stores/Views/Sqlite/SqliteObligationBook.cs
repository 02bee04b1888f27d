using EntCredit.Domain.Calendar;
using EntCredit.Domain.Obligations;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>The duties, by the SQLite ledger's projections.</summary>
public sealed class SqliteObligationBook(ReadSessions reads) : IObligationBook
{
    private const string Columns = """
        SELECT s.name, j.text, i.text, u.text, d.text, o.from_day, o.due_day, c.text, o.provisional, o.opened_at, o.closed_at, o.outcome, n.text, o.opened
        FROM obligations o JOIN streams s ON s.id = o.about JOIN terms j ON j.id = o.jurisdiction LEFT JOIN terms i ON i.id = o.item
        JOIN terms u ON u.id = o.rule JOIN terms d ON d.id = o.debtor JOIN terms c ON c.id = o.calendar LEFT JOIN terms n ON n.id = o.reason
        """;

    private const string LivingIn = Columns + """

        WHERE o.opened_at < ?1 AND (o.closed_at IS NULL OR o.closed_at >= ?2)
        ORDER BY d.text, u.text, o.due_day, s.name, o.opened
        """;

    private const string About = Columns + " WHERE s.name = ? ORDER BY u.text, o.opened";

    private const string Unnoted = """
        SELECT DISTINCT s.name FROM obligations o INDEXED BY obligations_unnoted JOIN streams s ON s.id = o.about
        WHERE o.closed_at IS NULL AND o.noted = 0 AND o.due_day < ? LIMIT ?
        """;

    private const string Owing = """
        SELECT DISTINCT t.text, j.text, o.announced_day FROM obligations o INDEXED BY obligations_unnoted
        JOIN records r ON r.stream = o.about JOIN terms t ON t.id = r.batch JOIN terms j ON j.id = o.jurisdiction
        WHERE o.closed_at IS NULL AND o.noted = 0 AND o.due_day >= ? AND o.rule = (SELECT id FROM terms WHERE text = ?)
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<OwingBatch>> BatchesOwingAsync(string rule, DateTimeOffset at, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<OwingBatch>>(
            session => session.Prepare(Owing)
                .Bind(LegalZone.DayOf(at).DayNumber)
                .Bind(rule)
                .All(row => new OwingBatch(row.Text(0), row.Text(1), DateOnly.FromDayNumber((int)row.Number(2)))),
            cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<Obligation> LivingInAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        reads.StreamAsync(session => session.Prepare(LivingIn).Bind(until.UtcTicks).Bind(from.UtcTicks), Read, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Obligation>> AboutAsync(string stream, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<Obligation>>(session => session.Prepare(About).Bind(stream).All(Read), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> UnnotedOverdueAsync(DateTimeOffset at, int limit, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<string>>(
            session => session.Prepare(Unnoted).Bind(LegalZone.DayOf(at).DayNumber).Bind(limit).All(row => row.Text(0)), cancellation);

    private static Obligation Read(Statement row) => new(
        row.Text(0),
        row.Text(1),
        row.TextOrNull(2),
        row.Text(3),
        row.Text(4),
        DateOnly.FromDayNumber((int)row.Number(5)),
        DateOnly.FromDayNumber((int)row.Number(6)),
        row.Text(7),
        row.Number(8) == 1,
        Instants.Of(row.Number(9)),
        Instants.Of(row.NumberOrNull(10)),
        row.NumberOrNull(11) is { } outcome ? (DutyOutcome)outcome : null,
        row.TextOrNull(12));
}
