using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>One narrow row for each record: where it stands, whose it is, and which event holds the content in force.</summary>
internal sealed class RecordProjection(PhaseCounts counts) : IProjection
{
    public const string Tables = """
        CREATE TABLE records (
            stream INTEGER PRIMARY KEY,
            phase INTEGER NOT NULL,
            standing INTEGER NOT NULL,
            subject INTEGER,
            provider INTEGER NOT NULL,
            jurisdiction INTEGER NOT NULL,
            item INTEGER NOT NULL,
            batch INTEGER NOT NULL,
            line INTEGER NOT NULL,
            content INTEGER NOT NULL,
            collected_at INTEGER,
            published_at INTEGER,
            corrected_at INTEGER,
            corrected_by INTEGER);
        CREATE INDEX records_of_subject ON records (subject) WHERE subject IS NOT NULL;
        CREATE INDEX records_of_provider ON records (provider, stream);
        CREATE INDEX records_of_batch ON records (batch, line, stream);
        CREATE INDEX records_publishable ON records (batch) WHERE phase = 4;
        CREATE TABLE batch_phases (
            batch INTEGER NOT NULL,
            phase INTEGER NOT NULL,
            records INTEGER NOT NULL,
            PRIMARY KEY (batch, phase)) WITHOUT ROWID;
        CREATE TABLE case_effects (
            record INTEGER NOT NULL,
            case_name TEXT NOT NULL,
            hidden_since INTEGER,
            amended INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (record, case_name)) WITHOUT ROWID;
        """;

    private const string Add = """
        INSERT INTO records (stream, phase, standing, subject, provider, jurisdiction, item, batch, line, content, collected_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    public void Apply(in Fact fact, SqliteSession session, Terms terms)
    {
        if (fact.Event is not RecordEvent happened) return;
        var row = fact.First ? null : session.Prepare("SELECT phase, standing, batch FROM records WHERE stream = ?").Bind(fact.Stream)
            .First(row => (Phase: row.Number(0), Standing: (RecordStanding)row.Number(1), Batch: row.Number(2)));
        var standing = RecordStandings.Evolve(row?.Standing ?? RecordStanding.None, happened, CaseEffects.Note(fact.Stream, happened, session));
        var phase = (long)RecordStandings.Phase(standing);
        var batch = row?.Batch;
        if (row is null)
        {
            batch = Begin(fact, standing, phase, session, terms);
        }
        else
        {
            Change(fact, happened, row.Value.Standing, session, terms);
            if (standing != row.Value.Standing)
                session.Prepare("UPDATE records SET phase = ?, standing = ? WHERE stream = ?").Bind(phase).Bind((long)standing).Bind(fact.Stream).Run();
        }

        if (row?.Phase == phase) return;
        counts.Add(batch!.Value, phase, 1);
        if (row is { } before) counts.Add(batch.Value, before.Phase, -1);
    }

    private static long Begin(in Fact fact, RecordStanding standing, long phase, SqliteSession session, Terms terms)
    {
        (RecordOrigin Origin, string? Subject, long? CollectedAt) first = fact.Event switch
        {
            RecordEvent.Collected e => (e.Origin, e.Subject, e.At.UtcTicks),
            RecordEvent.Refused e => (e.Origin, null, null),
            _ => throw new InvalidOperationException($"The life of record {fact.StreamName} begins with {fact.Event.GetType().Name}."),
        };
        var batch = terms.Of(BatchProjection.IdOf(first.Origin.Batch));
        session.Prepare(Add)
            .Bind(fact.Stream)
            .Bind(phase)
            .Bind((long)standing)
            .Bind(first.Subject is { } subject ? terms.OfSubject(subject) : null)
            .Bind(terms.Of(first.Origin.Provider))
            .Bind(terms.Of(first.Origin.Jurisdiction))
            .Bind(terms.Of(first.Origin.Item))
            .Bind(batch)
            .Bind(first.Origin.Line)
            .Bind(fact.Position)
            .Bind(first.CollectedAt)
            .Run();
        return batch;
    }

    private static void Change(in Fact fact, RecordEvent happened, RecordStanding before, SqliteSession session, Terms terms)
    {
        switch (happened)
        {
            case RecordEvent.Refused:
                session.Prepare("UPDATE records SET content = ? WHERE stream = ?").Bind(fact.Position).Bind(fact.Stream).Run();
                break;
            case RecordEvent.Collected e:
                session.Prepare("UPDATE records SET content = ?, subject = ?, collected_at = ? WHERE stream = ?")
                    .Bind(fact.Position)
                    .Bind(terms.OfSubject(e.Subject))
                    .Bind(e.At.UtcTicks)
                    .Bind(fact.Stream)
                    .Run();
                break;
            case RecordEvent.Published e:
                session.Prepare("UPDATE records SET published_at = ? WHERE stream = ?").Bind(e.At.UtcTicks).Bind(fact.Stream).Run();
                break;
            case RecordEvent.Corrected e:
                // The public is told of a correction only where it saw what was before.
                var seen = before.HasFlag(RecordStanding.Published);
                session.Prepare("UPDATE records SET content = ?, corrected_at = ?, corrected_by = ? WHERE stream = ?")
                    .Bind(fact.Position)
                    .Bind(seen ? e.At.UtcTicks : null)
                    .Bind(seen ? terms.Of(e.By) : null)
                    .Bind(fact.Stream)
                    .Run();
                if (e.Publicity == Publicity.CollectedOnly)
                    session.Prepare("UPDATE records SET published_at = NULL WHERE stream = ?").Bind(fact.Stream).Run();
                break;
        }
    }
}
