using EntCredit.Domain.Corrections;
using EntCredit.Domain.Events;
using EntCredit.Domain.Objections;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>
/// The cases about records: whose they are, where they stand, and what of them the record must show. A case has few events, so that its state is
/// folded anew with each.
/// </summary>
internal sealed class CaseRecordProjection : IProjection
{
    public const string Tables = """
        CREATE TABLE record_cases (
            stream INTEGER PRIMARY KEY,
            kind INTEGER NOT NULL,
            record TEXT NOT NULL,
            provider INTEGER NOT NULL,
            taker INTEGER NOT NULL,
            jurisdiction INTEGER NOT NULL,
            item INTEGER NOT NULL,
            phase INTEGER NOT NULL,
            marked INTEGER NOT NULL,
            hides INTEGER NOT NULL,
            amends INTEGER NOT NULL,
            removes INTEGER NOT NULL,
            begun_at INTEGER NOT NULL);
        CREATE INDEX record_cases_of_record ON record_cases (record);
        CREATE INDEX record_cases_of_provider ON record_cases (kind, provider, stream);
        CREATE INDEX record_cases_of_taker ON record_cases (kind, taker, stream);
        CREATE INDEX record_cases_of_jurisdiction ON record_cases (kind, jurisdiction, stream);
        """;

    private const string History = "SELECT canonical FROM events WHERE stream = ? AND position <= ? ORDER BY version";

    private const string Put = """
        INSERT INTO record_cases (stream, kind, record, provider, taker, jurisdiction, item, phase, marked, hides, amends, removes, begun_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET phase = excluded.phase, marked = excluded.marked, hides = excluded.hides, amends = excluded.amends, removes = excluded.removes
        """;

    /// <summary>Whether a stream is a case that may change a record.</summary>
    public static bool IsCase(string stream) =>
        stream.StartsWith("objection-", StringComparison.Ordinal) || stream.StartsWith("correction-", StringComparison.Ordinal);

    public void Apply(in Fact fact, SqliteSession session, Terms terms)
    {
        switch (fact.Event)
        {
            case ObjectionEvent:
                var objection = Objection.Fold(Fold<ObjectionEvent>(fact, session));
                if (objection.Lodging is not { } lodging) return;
                var mended = objection is { Remedied: true };
                Write(fact, session, terms, new Row(
                    (long)CaseKind.Objection, lodging.About.Record, lodging.About.Provider, lodging.With, lodging.About.Jurisdiction, lodging.About.Item,
                    (long)objection.Phase, objection.IsMarked, objection.Hidden,
                    mended && objection is { RemedyAsked: Remedy.Correction, Supplied: not null }, mended && objection.RemedyAsked == Remedy.Removal, lodging.At));
                break;
            case CorrectionEvent:
                var history = Fold<CorrectionEvent>(fact, session);
                var correction = Correction.Fold(history);
                if (correction.About is not { } about) return;
                Write(fact, session, terms, new Row(
                    (long)CaseKind.Correction, about.Record, about.Provider, about.Provider, about.Jurisdiction, about.Item,
                    (long)correction.Phase, false, false,
                    correction is { Phase: CorrectionPhase.Corrected, Supplied: not null }, false, history[0].At));
                break;
        }
    }

    private static List<T> Fold<T>(in Fact fact, SqliteSession session)
        where T : DomainEvent =>
        session.Prepare(History).Bind(fact.Stream).Bind(fact.Position).All(row => (T)EventCodec.Decode(row.Bytes(0)));

    private static void Write(in Fact fact, SqliteSession session, Terms terms, Row row) => session.Prepare(Put)
        .Bind(fact.Stream)
        .Bind(row.Kind)
        .Bind(row.Record)
        .Bind(terms.Of(row.Provider))
        .Bind(terms.Of(row.Taker))
        .Bind(terms.Of(row.Jurisdiction))
        .Bind(terms.Of(row.Item))
        .Bind(row.Phase)
        .Bind(row.Marked)
        .Bind(row.Hides)
        .Bind(row.Amends)
        .Bind(row.Removes)
        .Bind(row.BegunAt.UtcTicks)
        .Run();

    private readonly record struct Row(
        long Kind,
        string Record,
        string Provider,
        string Taker,
        string Jurisdiction,
        string Item,
        long Phase,
        bool Marked,
        bool Hides,
        bool Amends,
        bool Removes,
        DateTimeOffset BegunAt);
}
