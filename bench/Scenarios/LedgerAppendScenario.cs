using System.Diagnostics;
using System.Security.Cryptography;
using EntCredit.Stores.Ledger;

namespace EntCredit.Bench.Scenarios;

/// <summary>What the SQLite ledger writes in a second: in bulk and one by one, and how fast it is verified and its projections are rebuilt.</summary>
public sealed class LedgerAppendScenario : IScenario
{
    private const int Records = 50_000;
    private const int Singles = 20_000;
    private const int Callers = 256;
    private const int MostRounds = 5;

    /// <inheritdoc />
    public string Name => "ledger-append";

    /// <inheritdoc />
    public string Describes => "records/s in segments of 1,000, floor: the same rows by prepared inserts; one by one with grouped durable commits; verify; rebuild";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync(int rounds, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("entcredit-bench-");
        try
        {
            return await RunAsync(folder.FullName, Math.Min(rounds, MostRounds), stop);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Figure>> RunAsync(string folder, int rounds, CancellationToken stop)
    {
        var segments = LedgerAppendSample.Segments(Records);
        var kept = Path.Combine(folder, "kept.db");
        await BulkAsync(kept, segments, stop);
        var bytes = new FileInfo(kept).Length;
        var floor = new LedgerAppendFloor(kept);
        var (bulk, bare, single) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            bulk.Add(Records / await SecondsAsync(() => BulkAsync(Path.Combine(folder, $"bulk{round}.db"), segments, stop)));
            bare.Add(Records / await SecondsAsync(() => Task.Run(() => floor.Write(Path.Combine(folder, $"floor{round}.db"), segments.Count), stop)));
            single.Add(Singles / await SecondsAsync(() => SinglesAsync(Path.Combine(folder, $"single{round}.db"), stop)));
        }

        var events = 0L;
        var verify = await SecondsAsync(async () => events = (await LedgerVerifier.VerifyAsync(kept, stop)).Events);
        using var ledger = Open(kept);
        var rebuild = await SecondsAsync(() => ledger.RebuildProjectionsAsync(stop));
        return
        [
            new Figure("bulk", "records/s", Measure.Median(bulk), Measure.Median(bare)),
            new Figure("one-by-one", "commits/s", Measure.Median(single)),
            new Figure("verify", "events/s", events / verify),
            new Figure("rebuild", "events/s", events / rebuild),
            new Figure("size", "bytes/record", (double)bytes / Records),
        ];
    }

    // Two segments at once, as two activities give them: one is encoded while the other is written.
    private static async Task BulkAsync(string file, IReadOnlyList<IReadOnlyList<Append>> segments, CancellationToken stop)
    {
        using var ledger = Open(file);
        await Parallel.ForEachAsync(
            segments, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = stop }, async (segment, cancellation) => await ledger.AppendAsync(segment, cancellation));
    }

    private static async Task SinglesAsync(string file, CancellationToken stop)
    {
        using var ledger = Open(file);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Singles),
            new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = stop },
            async (number, cancellation) => await ledger.AppendAsync([.. LedgerAppendSample.Row(number)], cancellation));
    }

    private static SqliteLedger Open(string file) => new(file, RandomNumberGenerator.Create());

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
