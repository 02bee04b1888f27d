using System.Collections.Concurrent;
using System.Diagnostics;

namespace EntCredit.Bench.Scenarios.Durable;

/// <summary>How long it takes from the call of RaiseEvent until the waiting orchestrator's code goes on, at a steady rate.</summary>
public sealed class RaiseToResumeScenario : IScenario
{
    private const int Events = 5_000;
    private const int PerSecond = 500;
    private const int MostRounds = 3;
    private const double Milliseconds = 1e3;

    /// <inheritdoc />
    public string Name => "raise-to-resume";

    /// <inheritdoc />
    public string Describes => "ms from RaiseEvent to the orchestrator's next step at 500/s, 5,000 instances; floor: a durable commit of the message's row, another of the turn's, at that rate";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync(int rounds, CancellationToken stop)
    {
        var (engine, floor) = (new List<double[]>(), new List<double[]>());
        for (var round = 0; round <= Math.Min(rounds, MostRounds); round++)
        {
            var folder = Directory.CreateTempSubdirectory("entcredit-bench-").FullName;
            try
            {
                var (one, bare) = (await EngineAsync(Path.Combine(folder, "durable.db"), stop), Floor(Path.Combine(folder, "floor.db")));
                // The first round is thrown away.
                if (round == 0) continue;
                engine.Add(one);
                floor.Add(bare);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return [Of("p50", 0.5), Of("p99", 0.99), Of("worst", 1)];

        Figure Of(string name, double part) => new(
            name, "ms", Measure.Median(engine.Select(round => Percentile(round, part))), Measure.Median(floor.Select(round => Percentile(round, part))));
    }

    private static async Task<double[]> EngineAsync(string database, CancellationToken stop)
    {
        await using var host = await DurableHost.StartAsync(database, stop);
        var ids = new string[Events];
        await DurableHost.ForEachAsync(Events, async (number, cancellation) => ids[number] = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, null, cancellation), stop);
        await host.Engine.WaitUntilIdleAsync(stop);

        var called = new long[Events];
        var raised = new Task[Events];
        AtARate(number =>
        {
            called[number] = Stopwatch.GetTimestamp();
            raised[number] = host.Client.RaiseEventAsync(ids[number], "wake", number, stop);
        });
        await Task.WhenAll(raised);
        await host.Engine.WaitUntilIdleAsync(stop);
        return [.. ids.Select((id, number) => Stopwatch.GetElapsedTime(called[number], host.Woken[id]).TotalMilliseconds)];
    }

    private static double[] Floor(string file)
    {
        using var connection = RawSqlite.Open(file);
        foreach (var sql in new[]
        {
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            "CREATE TABLE message(instance INTEGER PRIMARY KEY, kind INTEGER, name TEXT, data TEXT)",
            "CREATE TABLE turn(instance INTEGER PRIMARY KEY, number INTEGER, legal INTEGER, machine INTEGER)",
        })
            RawSqlite.Read(connection, sql);
        using var message = RawSqlite.Prepare(connection, "INSERT INTO message VALUES (?, 1, 'wake', '1')");
        using var turn = RawSqlite.Prepare(connection, "INSERT INTO turn VALUES (?, 1, 1, 1)");
        using var called = new BlockingCollection<(int Number, long At)>();
        var took = new double[Events];
        var writer = new Thread(() =>
        {
            // What came meanwhile goes into one transaction, as in the engine.
            while (called.TryTake(out var first, Timeout.Infinite))
            {
                var group = new List<(int Number, long At)> { first };
                while (called.TryTake(out var next)) group.Add(next);
                Commit(message, group);
                foreach (var (number, at) in group) took[number] = Stopwatch.GetElapsedTime(at).TotalMilliseconds;
                Commit(turn, group);
            }
        });
        writer.Start();
        AtARate(number => called.Add((number, Stopwatch.GetTimestamp())));
        called.CompleteAdding();
        writer.Join();
        return took;

        void Commit(SQLitePCL.sqlite3_stmt insert, List<(int Number, long At)> group)
        {
            RawSqlite.Read(connection, "BEGIN IMMEDIATE");
            foreach (var (number, _) in group) RawSqlite.Run(connection, insert, (long)number);
            RawSqlite.Read(connection, "COMMIT");
        }
    }

    // Whoever raises does not wait for the one before: a slow answer delays no later call.
    private static void AtARate(Action<int> call)
    {
        var start = Stopwatch.GetTimestamp();
        for (var number = 0; number < Events; number++)
        {
            while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < number * Milliseconds / PerSecond) Thread.Sleep(1);
            call(number);
        }
    }

    private static double Percentile(double[] values, double part)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)Math.Ceiling(part * sorted.Length) - 1];
    }
}
