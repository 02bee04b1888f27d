using System.Text.Json;
using EntCredit.Domain.Calendar;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>
/// What a notice does to the open duties: their last day moves later where the new calendar says so, never earlier (A26).
/// Only these rows are written; the events keep the day that was announced first.
/// </summary>
internal sealed class CalendarProjection : IProjection
{
    public const string Tables = "CREATE TABLE calendar_notices (position INTEGER PRIMARY KEY, notice TEXT NOT NULL);";

    private const string OpenDuties = """
        SELECT about, rule, opened, from_day, due_day, term, pauses FROM obligations WHERE closed_at IS NULL AND term IS NOT NULL
        """;

    private const string Move = """
        UPDATE obligations SET due_day = ?, calendar = ?, provisional = ? WHERE about = ? AND rule = ? AND opened = ?
        """;

    public void Apply(in Fact fact, SqliteSession session, Terms terms)
    {
        if (fact.Event is not CalendarEvent.NoticeLoaded loaded) return;
        session.Prepare("INSERT INTO calendar_notices (position, notice) VALUES (?, ?)")
            .Bind(fact.Position)
            .Bind(JsonSerializer.Serialize(loaded.Notice, CanonicalJson.Options))
            .Run();
        var calendar = session.Prepare("SELECT notice FROM calendar_notices ORDER BY position")
            .All(row => JsonSerializer.Deserialize<HolidayNotice>(row.Text(0), CanonicalJson.Options)!)
            .Aggregate(CalendarVersions.Embedded, (versions, notice) => versions.With(notice))
            .Newest;
        var version = terms.Of(calendar.Version);
        foreach (var duty in session.Prepare(OpenDuties).All(Read))
        {
            var deadline = Deadlines.Compute(calendar, duty.Term, duty.From, duty.Pauses);
            if (deadline.Due <= duty.Due) continue;
            session.Prepare(Move)
                .Bind(deadline.Due.DayNumber)
                .Bind(version)
                .Bind(deadline.Provisional)
                .Bind(duty.About)
                .Bind(duty.Rule)
                .Bind(duty.Opened)
                .Run();
        }
    }

    private static (long About, long Rule, long Opened, DateOnly From, DateOnly Due, Term Term, IReadOnlyList<Pause> Pauses) Read(Statement row) => (
        row.Number(0),
        row.Number(1),
        row.Number(2),
        DateOnly.FromDayNumber((int)row.Number(3)),
        DateOnly.FromDayNumber((int)row.Number(4)),
        TermText.Read(row.Text(5)),
        PausesText.Read(row.TextOrNull(6)));
}
