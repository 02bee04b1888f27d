using EntCredit.Domain.Events;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>Every duty that any event opened or closed. A rule that opens again after its end is a further row.</summary>
internal sealed class ObligationProjection : IProjection
{
    public const string Tables = """
        CREATE TABLE obligations (
            about INTEGER NOT NULL,
            rule INTEGER NOT NULL,
            opened INTEGER NOT NULL,
            jurisdiction INTEGER NOT NULL,
            item INTEGER,
            debtor INTEGER NOT NULL,
            from_day INTEGER NOT NULL,
            announced_day INTEGER NOT NULL,
            due_day INTEGER NOT NULL,
            term TEXT,
            pauses TEXT,
            calendar INTEGER NOT NULL,
            provisional INTEGER NOT NULL,
            opened_at INTEGER NOT NULL,
            closed_at INTEGER,
            outcome INTEGER,
            reason INTEGER,
            noted INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (about, rule, opened)) WITHOUT ROWID;
        CREATE INDEX obligations_by_end ON obligations (closed_at);
        CREATE INDEX obligations_unnoted ON obligations (due_day) WHERE closed_at IS NULL AND noted = 0;
        CREATE INDEX obligations_owed ON obligations (debtor, due_day, about, rule) WHERE closed_at IS NULL;
        """;

    private const string Reopen = """
        UPDATE obligations SET debtor = ?, from_day = ?, announced_day = ?, due_day = ?, term = ?, pauses = ?, calendar = ?, provisional = ?, noted = 0
        WHERE about = ? AND rule = ? AND closed_at IS NULL RETURNING 1
        """;

    private const string Open = """
        INSERT INTO obligations (about, rule, opened, jurisdiction, item, debtor, from_day, announced_day, due_day, term, pauses, calendar, provisional, opened_at, closed_at, outcome, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private const string Close = """
        UPDATE obligations SET closed_at = ?, outcome = ?, reason = ? WHERE about = ? AND rule = ? AND closed_at IS NULL
        """;

    private const string Place = """
        SELECT jurisdiction, item FROM records WHERE stream = ?1
        UNION ALL SELECT jurisdiction, item FROM batches WHERE stream = ?1
        UNION ALL SELECT jurisdiction, item FROM cases WHERE stream = ?1
        """;

    public void Apply(in Fact fact, SqliteSession session, Terms terms)
    {
        if (fact.Event.Opened is { Count: > 0 } opened)
        {
            var place = PlaceOf(fact.First ? fact.Event : null, terms) ?? session.Prepare(Place).Bind(fact.Stream).First(row => (Jurisdiction: row.Number(0), Item: row.NumberOrNull(1)))
                ?? throw new InvalidOperationException($"A duty about {fact.StreamName} belongs to no jurisdiction.");
            for (var each = 0; each < opened.Count; each++) Start(fact, opened, each, place, session, terms);
        }

        foreach (var duty in fact.Event.Closed ?? [])
            if (!StartsOnce(fact, duty.Rule)) End(fact, duty, session, terms);
        if (fact.Event is IFellOverdue overdue) Note(fact.Stream, overdue.Rule, session, terms);
    }

    /// <summary>Whether an event that begins its stream opens a duty of this rule just once: no row of it can be there, and it may end as it begins.</summary>
    private static bool StartsOnce(in Fact fact, string rule)
    {
        if (!fact.First || fact.Event.Opened is not { } opened) return false;
        var times = 0;
        foreach (var duty in opened)
            if (duty.Rule == rule) times++;
        return times == 1;
    }

    // Where the first event of a record says it, nothing is looked up.
    private static (long Jurisdiction, long? Item)? PlaceOf(DomainEvent? first, Terms terms) => first switch
    {
        RecordEvent.Collected { Origin: var origin } => (terms.Of(origin.Jurisdiction), terms.Of(origin.Item)),
        RecordEvent.Refused { Origin: var origin } => (terms.Of(origin.Jurisdiction), terms.Of(origin.Item)),
        _ => null,
    };

    private static void Start(in Fact fact, IReadOnlyList<OpenedDuty> opened, int which, (long Jurisdiction, long? Item) place, SqliteSession session, Terms terms)
    {
        var duty = opened[which];
        var once = StartsOnce(fact, duty.Rule);
        if (!once && Move(fact, duty, session, terms)) return;
        var closed = once ? ClosedIn(fact.Event, duty.Rule) : null;
        session.Prepare(Open)
            .Bind(fact.Stream)
            .Bind(terms.Of(duty.Rule))
            .Bind(fact.Position)
            .Bind(place.Jurisdiction)
            .Bind(place.Item)
            .Bind(terms.Of(duty.Debtor))
            .Bind(duty.From.DayNumber)
            .Bind(duty.Due.DayNumber)
            .Bind(duty.Due.DayNumber)
            .Bind(TermText.Of(duty.Term))
            .Bind(PausesText.Of(duty.Pauses))
            .Bind(terms.Of(duty.CalendarVersion))
            .Bind(duty.Provisional)
            .Bind(fact.Event.At.UtcTicks)
            .Bind(closed is null ? null : fact.Event.At.UtcTicks)
            .Bind(closed is null ? null : (long)closed.Outcome)
            .Bind(terms.Number(closed?.Reason))
            .Run();
    }

    private static ClosedDuty? ClosedIn(DomainEvent happened, string rule)
    {
        // The first counts, as it would of several updates.
        foreach (var duty in happened.Closed ?? [])
            if (duty.Rule == rule) return duty;
        return null;
    }

    private static bool Move(in Fact fact, OpenedDuty duty, SqliteSession session, Terms terms) =>
        session.Prepare(Reopen)
            .Bind(terms.Of(duty.Debtor))
            .Bind(duty.From.DayNumber)
            .Bind(duty.Due.DayNumber)
            .Bind(duty.Due.DayNumber)
            .Bind(TermText.Of(duty.Term))
            .Bind(PausesText.Of(duty.Pauses))
            .Bind(terms.Of(duty.CalendarVersion))
            .Bind(duty.Provisional)
            .Bind(fact.Stream)
            .Bind(terms.Of(duty.Rule))
            .First(row => row.Number(0)) is not null;

    private static void End(in Fact fact, ClosedDuty duty, SqliteSession session, Terms terms) =>
        session.Prepare(Close)
            .Bind(fact.Event.At.UtcTicks)
            .Bind((long)duty.Outcome)
            .Bind(terms.Number(duty.Reason))
            .Bind(fact.Stream)
            .Bind(terms.Of(duty.Rule))
            .Run();

    private static void Note(long about, string rule, SqliteSession session, Terms terms) =>
        session.Prepare("UPDATE obligations SET noted = 1 WHERE about = ? AND rule = ? AND closed_at IS NULL").Bind(about).Bind(terms.Of(rule)).Run();
}
