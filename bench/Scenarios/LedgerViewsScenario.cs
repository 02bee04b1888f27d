using System.Diagnostics;
using System.Security.Cryptography;
using EntCredit.Bench.Ledger;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using EntCredit.Stores.Views.Sqlite;
using Microsoft.Data.Sqlite;

namespace EntCredit.Bench.Scenarios;

/// <summary>A ledger of a million enterprises and five million records on disk: what the public waits for, how fast it is verified, how long every projection takes to be made anew.</summary>
public sealed class LedgerViewsScenario : IScenario
{
    private const int Views = 5_000, Searches = 2_000;

    /// <inheritdoc />
    public string Name => "ledger-views";

    /// <inheritdoc />
    public string Describes => "enterprise view and public search, ms; verify, events/s; rebuild, s; floors: the same rows by bare SQLite. ENTCREDIT_BENCH_RECORDS, ENTCREDIT_BENCH_LEDGER";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync(int rounds, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("entcredit-bench-");
        try
        {
            var file = SampleLedger.Kept ?? Path.Combine(folder.FullName, "ledger.db");
            List<Figure> figures = [];
            if (!File.Exists(file))
            {
                var seconds = await SecondsAsync(() => SampleLedger.FillAsync(file, stop));
                figures.Add(new Figure("fill", "records/s", SampleLedger.Records / seconds));
            }

            figures.AddRange(await MeasureAsync(file, folder.FullName, stop));
            return figures;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(string file, string folder, CancellationToken stop)
    {
        using var ledger = new SqliteLedger(file, RandomNumberGenerator.Create());
        var view = new SqlitePublicView(ledger.Reads);
        using var raw = RawSqlite.Open(file);
        var codes = Enumerable.Range(0, Views).Select(i => SampleRegister.CodeOf((int)(SampleRegister.Mixed(i) % (ulong)SampleLedger.Subjects))).ToList();
        var queries = SearchMix.Queries(SampleLedger.Subjects, Searches).ToList();
        var common = SearchMix.Commonest(SampleLedger.Subjects).Select(word => new PublicQuery(word)).ToList();
        // In turn, one of each, so that what disturbs one disturbs the other; the first pass warms both.
        var (enterprise, bareEnterprise) = await InTurnAsync(codes, async code => _ = await view.FindAsync(code, stop) ?? throw new InvalidOperationException(code), code => Bare(raw, Enterprise, code));
        var (search, bareSearch) = await InTurnAsync(queries, async query => await view.SearchAsync(query, 0, 100, stop), query => Bare(raw, Words, MatchOf(query)));
        var (words, bareWords) = await InTurnAsync([.. Enumerable.Range(0, 50).SelectMany(_ => common)], async query => await view.SearchAsync(query, 0, 100, stop), query => Bare(raw, Words, MatchOf(query)));

        var (events, hashed) = (0L, 0L);
        var bareVerify = await SecondsAsync(() => Task.Run(() => hashed = HashAll(raw), stop));
        var verify = await SecondsAsync(async () => events = (await LedgerVerifier.VerifyAsync(file, stop)) is { First: null } found ? found.Events : throw new InvalidOperationException("It does not verify."));
        var bytes = new FileInfo(file).Length;
        var bareRebuild = await SecondsAsync(() => Task.Run(() => Copy(file, Path.Combine(folder, "copy.db")), stop));
        var rebuild = await SecondsAsync(() => ledger.RebuildProjectionsAsync(stop));
        return
        [
            new Figure("records", "count", SampleLedger.Records),
            new Figure("enterprise-view-p50", "ms", At(enterprise, 0.50), At(bareEnterprise, 0.50)),
            new Figure("enterprise-view-p99", "ms", At(enterprise, 0.99), At(bareEnterprise, 0.99)),
            new Figure("search-p50", "ms", At(search, 0.50), At(bareSearch, 0.50)),
            new Figure("search-p99", "ms", At(search, 0.99), At(bareSearch, 0.99)),
            new Figure("search-common-words-p99", "ms", At(words, 0.99), At(bareWords, 0.99)),
            new Figure("verify", "events/s", events / verify, hashed / bareVerify),
            new Figure("rebuild", "s", rebuild, bareRebuild),
            new Figure("rebuild-rate", "events/s", events / rebuild),
            new Figure("size", "bytes/record", (double)bytes / SampleLedger.Records),
        ];
    }

    private const string Enterprise = """
        SELECT e.canonical FROM aliases a JOIN records r ON r.subject = a.subject JOIN events e ON e.position = r.content WHERE a.value = $value AND r.phase = 6
        """;

    private const string Words = "SELECT s.registered_name FROM names n JOIN subjects s ON s.id = n.rowid WHERE n.names MATCH $value ORDER BY n.rowid LIMIT 100";

    // The words of a name alone: what else is asked for has no bare counterpart, and is not given to the floor.
    private static string MatchOf(PublicQuery query) => "\"" + (query.Words is { } words && Domain.Subjects.NameText.Grams(words.Split(' ')[0]) is [var first, _, ..] ? first : "样例") + "\"";

    private static async Task<(double[] Product, double[] Floor)> InTurnAsync<T>(IReadOnlyList<T> inputs, Func<T, Task> product, Action<T> floor)
    {
        foreach (var input in inputs.Take(inputs.Count / 10)) { await product(input); floor(input); }
        var (own, bare) = (new double[inputs.Count], new double[inputs.Count]);
        for (var i = 0; i < inputs.Count; i++)
        {
            own[i] = 1000 * await SecondsAsync(() => product(inputs[i]));
            bare[i] = 1000 * await SecondsAsync(() => { floor(inputs[i]); return Task.CompletedTask; });
        }

        return (own, bare);
    }

    private static void Bare(SqliteConnection connection, string sql, string value)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$value", value);
        using var reader = command.ExecuteReader();
        while (reader.Read()) _ = reader.GetString(0);
    }

    private static long HashAll(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT CAST(canonical AS BLOB) FROM events ORDER BY position";
        using var reader = command.ExecuteReader();
        var (count, hash) = (0L, new byte[32]);
        for (; reader.Read(); count++) SHA256.HashData(reader.GetFieldValue<byte[]>(0), hash);
        return count;
    }

    /// <summary>Every row of the projections into an empty file with the same tables and indexes, by SQLite alone; but for the words, which a table without content does not give back.</summary>
    private static void Copy(string file, string copy)
    {
        using var connection = RawSqlite.Open(copy);
        RawSqlite.Read(connection, "PRAGMA journal_mode = WAL");
        RawSqlite.Read(connection, "PRAGMA cache_size = -131072");
        RawSqlite.Read(connection, $"ATTACH '{file}' AS kept");
        var schema = RawSqlite.Read(connection, "SELECT type, name, sql FROM kept.sqlite_schema WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'names%' AND tbl_name NOT IN ('events', 'streams', 'personal', 'terms')");
        foreach (var row in schema) RawSqlite.Read(connection, (string)row[2]!);
        RawSqlite.Read(connection, "BEGIN");
        foreach (var row in schema.Where(row => row[0] is "table")) RawSqlite.Read(connection, $"INSERT INTO main.{row[1]} SELECT * FROM kept.{row[1]}");
        RawSqlite.Read(connection, "COMMIT");
    }

    private static double At(double[] times, double part) => times.Order().ElementAt((int)((times.Length - 1) * part));

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
