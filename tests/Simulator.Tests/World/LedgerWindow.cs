using System.Diagnostics.CodeAnalysis;
using EntCredit.Domain.Calendar;
using EntCredit.Stores.Ledger;
using Microsoft.Data.Sqlite;

namespace EntCredit.Simulator.Tests.World;

/// <summary>The ledger's file, read from outside without the product's own stores.</summary>
internal sealed class LedgerWindow(string path)
{
    private readonly string connection = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
    private readonly Dictionary<string, List<DateOnly>> reminders = new(StringComparer.Ordinal);
    private long seen;

    /// <summary>Every duty, by record or case, rule, and the how-maniest of that rule there.</summary>
    public Dictionary<(string About, string Rule, int Nth), SeenDuty> Duties()
    {
        var duties = new Dictionary<(string, string, int), SeenDuty>();
        Each(
            """
            SELECT s.name, u.text, d.text, o.from_day, o.due_day, o.opened_at, o.closed_at, o.outcome, n.text, o.noted,
                row_number() OVER (PARTITION BY o.about, o.rule ORDER BY o.opened)
            FROM obligations o JOIN streams s ON s.id = o.about JOIN terms u ON u.id = o.rule JOIN terms d ON d.id = o.debtor LEFT JOIN terms n ON n.id = o.reason
            """,
            row => duties.Add(
                (row.GetString(0), row.GetString(1), row.GetInt32(10)),
                new SeenDuty(
                    row.GetString(2),
                    DateOnly.FromDayNumber(row.GetInt32(3)),
                    DateOnly.FromDayNumber(row.GetInt32(4)),
                    DayOf(row.GetInt64(5)),
                    row.IsDBNull(6) ? null : DayOf(row.GetInt64(6)),
                    row.IsDBNull(7) ? null : row.GetInt32(7),
                    row.IsDBNull(8) ? null : row.GetString(8),
                    row.GetInt32(9) == 1)));
        return duties;
    }

    /// <summary>Every record's legal state and the days of its collection and publication.</summary>
    public Dictionary<string, SeenRecord> Records()
    {
        var records = new Dictionary<string, SeenRecord>(StringComparer.Ordinal);
        Each(
            "SELECT s.name, r.phase, r.collected_at, r.published_at FROM records r JOIN streams s ON s.id = r.stream",
            row => records.Add(
                row.GetString(0),
                new SeenRecord(row.GetInt32(1), row.IsDBNull(2) ? null : DayOf(row.GetInt64(2)), row.IsDBNull(3) ? null : DayOf(row.GetInt64(3)))));
        return records;
    }

    /// <summary>The records of whose mending a department was reminded, and how often.</summary>
    public IReadOnlyDictionary<string, List<DateOnly>> Reminders()
    {
        Each(
            $"SELECT e.position, s.name, json_extract(e.canonical, '$.at') FROM events e JOIN streams s ON s.id = e.stream WHERE e.position > {seen} AND json_extract(e.canonical, '$.type') LIKE 'record.reminded%' ORDER BY e.position",
            row =>
            {
                seen = row.GetInt64(0);
                if (!reminders.TryGetValue(row.GetString(1), out var days)) reminders[row.GetString(1)] = days = [];
                days.Add(DayOf(DateTimeOffset.Parse(row.GetString(2), System.Globalization.CultureInfo.InvariantCulture).UtcTicks));
            });
        return reminders;
    }

    /// <summary>What stands there more than once and must not: a stream has one beginning, and is published or given its receipt once.</summary>
    public IReadOnlyList<string> Doubles()
    {
        var doubles = new List<string>();
        Each(
            """
            SELECT s.name, substr(json_extract(e.canonical, '$.type'), 1, instr(json_extract(e.canonical, '$.type'), '/') - 1) AS type, count(*)
            FROM events e JOIN streams s ON s.id = e.stream
            WHERE type IN ('record.collected', 'record.refused', 'record.published', 'batch.arrived', 'batch.read', 'batch.receipted', 'subject.registered') GROUP BY s.name, type HAVING count(*) > 1
            """,
            row => doubles.Add($"{row.GetString(0)}: {row.GetString(1)} is there {row.GetInt32(2)} times"));
        return doubles;
    }

    /// <summary>The hash of every event, by stream and version.</summary>
    public static async Task<Dictionary<(string Stream, long Version), string>> HashesAsync(ILedger ledger)
    {
        var hashes = new Dictionary<(string, long), string>();
        await foreach (var stored in ledger.ReadAllAsync(0, CancellationToken.None)) hashes.Add((stored.Stream, stored.Version), stored.Hash);
        return hashes;
    }

    /// <summary>The events of a stream, one line each as they are kept.</summary>
    public string Story(string stream)
    {
        var lines = new List<string>();
        Each(
            $"SELECT e.canonical FROM events e JOIN streams s ON s.id = e.stream WHERE s.name = '{stream}' ORDER BY e.position",
            row => lines.Add($"    {row.GetString(0)}"));
        return string.Join('\n', lines);
    }

    private static DateOnly DayOf(long ticks) => LegalZone.DayOf(new DateTimeOffset(ticks, TimeSpan.Zero));

    [SuppressMessage("Security", "CA2100", Justification = "The texts are this class's own.")]
    private void Each(string sql, Action<SqliteDataReader> row)
    {
        using var open = new SqliteConnection(connection);
        open.Open();
        using var command = open.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read()) row(reader);
    }
}

/// <summary>A duty as the ledger shows it.</summary>
internal sealed record SeenDuty(
    string Debtor, DateOnly From, DateOnly Due, DateOnly OpenedOn, DateOnly? ClosedOn, int? Outcome, string? Reason, bool Noted);

/// <summary>A record as the ledger shows it.</summary>
internal sealed record SeenRecord(int Phase, DateOnly? CollectedOn, DateOnly? PublishedOn);
