using System.Diagnostics;
using System.Globalization;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Sanctions.Counter;
using EntCredit.Domain.Sanctions.Measures;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;

namespace EntCredit.Bench.Scenarios;

/// <summary>How long the counter waits: may this subject be …? Over a ledger of a hundred thousand enterprises.</summary>
public sealed class CounterQueryScenario : IScenario
{
    private const int Queries = 10_000, Recorded = 2_000, Batches = 200, InABatch = 100;
    private const double Milliseconds = 1e3;
    private const string Matter = "tender";

    private const string FloorSql = """
        SELECT e.canonical FROM aliases a JOIN subjects s ON s.id = a.subject JOIN terms t ON t.text = s.name
        JOIN case_index c ON c.key = t.id AND c.part = 5 AND c.kind IN (1, 3, 21) JOIN events e ON e.stream = c.stream WHERE a.value = ? AND a.kind = 0
        """;

    /// <inheritdoc />
    public string Name => "counter-query";

    /// <inheritdoc />
    public string Describes => "ms a query at the counter, single, recorded as a fact, and a hundred at once; floors: one prepared statement that reads the same rows; that and a durable insert (ENTCREDIT_BENCH_ROWS: another count of enterprises)";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync(int rounds, CancellationToken stop)
    {
        var count = Environment.GetEnvironmentVariable("ENTCREDIT_BENCH_ROWS") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : CounterTown.Enterprises;
        var folder = Directory.CreateTempSubdirectory("entcredit-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "ledger.db");
            await using var services = new ServiceCollection().AddSqliteLedger(file).AddSingleton(MeasureCatalogue.Default).AddSingleton<CounterBook>().BuildServiceProvider();
            var events = await CounterTown.FillAsync(services.GetRequiredService<ILedger>(), count, stop);
            return [.. await MeasureAsync(services, file, count, stop), new Figure("events", "events", events)];
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<Figure>> MeasureAsync(ServiceProvider services, string file, int count, CancellationToken stop)
    {
        var (index, book, ledger) = (services.GetRequiredService<IIntakeIndex>(), services.GetRequiredService<CounterBook>(), services.GetRequiredService<ILedger>());
        var rules = new CaseRules(JurisdictionProfiles.Default.Get(CounterTown.Jurisdiction), WorkingCalendar.Default, DepartmentRegister.Default);
        using var bare = RawSqlite.Open(file);
        var statement = RawSqlite.Prepare(bare, FloorSql);
        using var durable = RawSqlite.Open(Path.Combine(Path.GetDirectoryName(file)!, "floor.db"));
        foreach (var pragma in new[] { "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE asked (id TEXT PRIMARY KEY, canonical TEXT NOT NULL)" }) _ = RawSqlite.Read(durable, pragma);
        var insert = RawSqlite.Prepare(durable, "INSERT INTO asked VALUES (?, ?)");
        var random = new Random(20160826);
        var (single, singleFloor, recorded, recordedFloor, batch, batchFloor) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var asked = 0;
        var sample = new CounterEvent.Asked(CounterTown.At, "chongqing-transport", CounterTown.Jurisdiction, Matter, "投标资格审查", "2026-1", []);
        for (var i = -1000; i < Queries; i++)
        {
            // The first thousand are thrown away.
            var number = CounterTown.CodeOf(random.Next(count));
            Add(single, i, await SecondsAsync(() => LookAsync([number])));
            Add(singleFloor, i, Seconds(() => Floor(number)));
            if (i % (Queries / Recorded) == 0)
            {
                Add(recorded, i, await SecondsAsync(() => RecordAsync([number])));
                Add(recordedFloor, i, Seconds(() =>
                {
                    Floor(number);
                    RawSqlite.Run(durable, insert, $"q-{asked++}", number);
                }));
            }

            if (i % (Queries / Batches) != 0) continue;
            string[] many = [.. Enumerable.Range(0, InABatch).Select(_ => CounterTown.CodeOf(random.Next(count)))];
            Add(batch, i, await SecondsAsync(() => LookAsync(many)));
            Add(batchFloor, i, Seconds(() => Array.ForEach(many, Floor)));
        }

        _ = raw.sqlite3_finalize(statement);
        _ = raw.sqlite3_finalize(insert);
        return
        [
            .. Of("single", single, singleFloor), .. Of("single-recorded", recorded, recordedFloor), .. Of("batch-of-100", batch, batchFloor),
        ];

        async Task LookAsync(string[] numbers)
        {
            var subjects = await index.SubjectsAsync([.. numbers.Distinct().Select(number => (AliasKind.CreditCode, number))], stop);
            foreach (var facts in (await book.OfAsync([.. subjects.Values.Select(subject => subject.Id)], rules, stop)).Values)
                _ = CounterDecider.VerdictOf(CounterDecider.GroundsOf(Matter, new DateOnly(2026, 1, 5), facts, MeasureCatalogue.Default));
        }

        async Task RecordAsync(string[] numbers)
        {
            await LookAsync(numbers);
            var id = $"counter-{asked++}";
            await ledger.AppendAsync([new Append(id, id, 0, [sample])], stop);
        }

        void Floor(string number)
        {
            _ = raw.sqlite3_bind_text(statement, 1, number);
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW) _ = raw.sqlite3_column_bytes(statement, 0);
            _ = raw.sqlite3_reset(statement);
        }
    }

    private static void Add(List<double> values, int round, double seconds)
    {
        if (round >= 0) values.Add(seconds * Milliseconds);
    }

    private static IEnumerable<Figure> Of(string name, List<double> values, List<double> floors) =>
        new[] { ("p50", 0.5), ("p99", 0.99), ("worst", 1d) }.Select(part => new Figure($"{name}-{part.Item1}", "ms", At(values, part.Item2), At(floors, part.Item2)));

    private static double At(List<double> values, double part)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];
    }

    private static double Seconds(Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<double> SecondsAsync(Func<Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
