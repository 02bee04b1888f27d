using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>Every projection of the SQLite ledger, in the order in which they look at an event: duties ask records, batches and cases where they belong.</summary>
internal sealed class ProjectionSet(SqliteSession session)
{
    private readonly Terms _terms = new(session);

    private readonly PhaseCounts _counts = new();

    // Made with the counts that one of them gathers.
    private IProjection[] All => field ??=
    [
        new SubjectProjection(), new NameProjection(), new BatchProjection(), new RecordProjection(_counts), new RecordKeyProjection(), new CaseProjection(), new CaseRecordProjection(),
        new ObligationProjection(), new CalendarProjection(), new CaseIndexProjection(), new OrderProjection(),
    ];

    /// <summary>What makes the tables.</summary>
    public static string Tables =>
        SubjectProjection.Tables + NameProjection.Tables + BatchProjection.Tables + RecordProjection.Tables + RecordKeyProjection.Tables + CaseProjection.Tables + CaseRecordProjection.Tables
        + ObligationProjection.Tables + CalendarProjection.Tables + CaseIndexProjection.Tables + OrderProjection.Tables;

    /// <summary>The tables' names: what a rebuild empties.</summary>
    public static IReadOnlyList<string> TableNames { get; } =
    [
        "subjects", "former_names", "subject_merges", "names", "aliases", "batches", "records", "batch_phases", "case_effects", "record_keys", "mending_keys", "cases", "record_cases", "obligations",
        "calendar_notices", "case_index", "order_spans",
    ];

    public void Apply(in Fact fact)
    {
        foreach (var projection in All) projection.Apply(fact, session, _terms);
    }

    /// <summary>Writes what was gathered: at the end of each call.</summary>
    public void Complete() => _counts.Write(session);

    /// <summary>After a roll-back.</summary>
    public void Forget()
    {
        _terms.Forget();
        _counts.Forget();
    }
}
