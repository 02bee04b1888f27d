using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>What each case has done to a record: hides it since an instant, has amended it. Part of <see cref="RecordProjection"/>.</summary>
internal static class CaseEffects
{
    private const string Hide = """
        INSERT INTO case_effects (record, case_name, hidden_since) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET hidden_since = coalesce(hidden_since, excluded.hidden_since)
        """;

    private const string Amend = "INSERT INTO case_effects (record, case_name, amended) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET amended = 1";

    private const string Hidden = "SELECT 1 FROM case_effects WHERE record = ? AND hidden_since IS NOT NULL LIMIT 1";

    /// <summary>Writes down what a record's event says of a case. Whether a case hides the record now; asked for where that can have changed only.</summary>
    public static bool Note(long record, RecordEvent happened, SqliteSession session)
    {
        switch (happened)
        {
            case RecordEvent.Suspended e:
                session.Prepare(Hide).Bind(record).Bind(e.Case).Bind(e.At.UtcTicks).Run();
                return true;
            case RecordEvent.Resumed e:
                session.Prepare("UPDATE case_effects SET hidden_since = NULL WHERE record = ? AND case_name = ?").Bind(record).Bind(e.Case).Run();
                return session.Prepare(Hidden).Bind(record).First(row => row.Number(0)) is not null;
            case RecordEvent.Corrected e when CaseRecordProjection.IsCase(e.Batch):
                session.Prepare(Amend).Bind(record).Bind(e.Batch).Run();
                return false;
            default:
                return false;
        }
    }
}
