using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>How many records of a batch stand where. Thousands of records of one call change a few counts: these are written once, at its end.</summary>
internal sealed class PhaseCounts
{
    private const string Count = """
        INSERT INTO batch_phases (batch, phase, records) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET records = records + excluded.records
        """;

    private readonly Dictionary<(long Batch, long Phase), long> _changes = [];

    public void Add(long batch, long phase, int records) => _changes[(batch, phase)] = _changes.GetValueOrDefault((batch, phase)) + records;

    public void Write(SqliteSession session)
    {
        // A count that came to nothing is a row all the same: the same events give the same rows, however they are grouped.
        foreach (var ((batch, phase), records) in _changes) session.Prepare(Count).Bind(batch).Bind(phase).Bind(records).Run();
        _changes.Clear();
    }

    public void Forget() => _changes.Clear();
}
