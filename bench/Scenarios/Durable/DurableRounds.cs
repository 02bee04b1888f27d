using System.Diagnostics;

namespace EntCredit.Bench.Scenarios.Durable;

/// <summary>Runs a load on a new database and its floor beside it, round after round, after one round that is thrown away.</summary>
internal static class DurableRounds
{
    /// <summary>What each round took, in seconds: the engine's, the floor's, and how many durable transactions both made.</summary>
    public static async Task<IReadOnlyList<(double Engine, double Floor, long Transactions)>> MeasureAsync(
        int rounds, int together, Func<DurableHost, CancellationToken, Task> load, CancellationToken stop)
    {
        var measured = new List<(double Engine, double Floor, long Transactions)>();
        for (var round = 0; round <= rounds; round++)
        {
            var folder = Directory.CreateTempSubdirectory("entcredit-bench-").FullName;
            try
            {
                var one = await RoundAsync(folder, together, load, stop);
                if (round > 0) measured.Add(one);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return measured;
    }

    private static async Task<(double Engine, double Floor, long Transactions)> RoundAsync(
        string folder, int together, Func<DurableHost, CancellationToken, Task> load, CancellationToken stop)
    {
        var database = Path.Combine(folder, "durable.db");
        double engine;
        long transactions;
        await using (var host = await DurableHost.StartAsync(database, stop))
        {
            var start = Stopwatch.GetTimestamp();
            await load(host, stop);
            engine = Stopwatch.GetElapsedTime(start).TotalSeconds;
            transactions = host.Engine.Transactions;
        }

        var floor = new DurableFloor(database, together);
        var bare = Stopwatch.GetTimestamp();
        floor.Write(Path.Combine(folder, "floor.db"), transactions);
        return (engine, Stopwatch.GetElapsedTime(bare).TotalSeconds, transactions);
    }
}
