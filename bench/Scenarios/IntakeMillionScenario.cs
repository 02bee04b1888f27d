using System.Diagnostics;
using System.Globalization;
using EntCredit.Bench.Intake;

namespace EntCredit.Bench.Scenarios;

/// <summary>From the blob to ledger and receipt, through the host, storage and durable engine as they run on one machine.</summary>
public sealed class IntakeMillionScenario : IScenario
{
    private const int Rows = 1_000_000;
    private const int Few = 100_000;

    /// <inheritdoc />
    public string Name => "intake-million";

    /// <inheritdoc />
    public string Describes =>
        "rows/s from blob to ledger and receipt, 双公示 penalties in GB18030 CSV, floor: parse, SHA-256 and plain insert of the same rows and indexes; beside a lean floor, "
        + "one document and two indexes a row; peak memory, beside that of 100,000 rows (ENTCREDIT_BENCH_ROWS: another count; ENTCREDIT_BENCH_FLOORS=no: memory alone)";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync(int rounds, CancellationToken stop)
    {
        var rows = Environment.GetEnvironmentVariable("ENTCREDIT_BENCH_ROWS") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Rows;
        var few = Math.Min(Few, rows / 10);
        var folder = Directory.CreateTempSubdirectory("entcredit-bench-");
        try
        {
            var (file, small) = (Path.Combine(folder.FullName, "many.csv"), Path.Combine(folder.FullName, "few.csv"));
            PenaltyFile.Write(file, rows);
            PenaltyFile.Write(small, few);
            if (Environment.GetEnvironmentVariable("ENTCREDIT_BENCH_FLOORS") == "no") return await AloneAsync(file, rows, small, few, stop);
            var lean = rows / Seconds(() => LeanFloor.Run(file, Path.Combine(folder.FullName, "lean.db")));
            var (_, memoryOfFew) = await TakeAsync(small, few, null, stop);
            var written = Path.Combine(folder.FullName, "written.db");
            var (rate, memory) = await TakeAsync(file, rows, written, stop);
            var floor = new IntakeFloor(written, Path.Combine(folder.FullName, "staged.db"));
            var bare = rows / Seconds(() => floor.Run(file, Path.Combine(folder.FullName, "floor.db"), rows));
            return
            [
                new Figure("rows", "rows/s", rate, bare),
                new Figure("rows-beside-lean", "rows/s", rate, lean),
                new Figure("memory", "MB", memory, memoryOfFew),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The floors of some million rows need their room and time thrice over.
    private static async Task<IReadOnlyList<Figure>> AloneAsync(string file, int rows, string small, int few, CancellationToken stop)
    {
        var (_, memoryOfFew) = await TakeAsync(small, few, null, stop);
        var (rate, memory) = await TakeAsync(file, rows, null, stop);
        return [new Figure("rows", "rows/s", rate), new Figure("memory", "MB", memory, memoryOfFew)];
    }

    private static async Task<(double Rate, double Memory)> TakeAsync(string file, int rows, string? keepAs, CancellationToken stop)
    {
        await using var town = await RunningTown.StartAsync();
        var batch = await town.UploadAsync(file, "many.csv", stop);
        var start = Stopwatch.GetTimestamp();
        var read = await town.UntilAsync(batch, stop, "taking", "receipted", "refused");
        Console.Error.WriteLine($"{rows} rows: read after {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
        var done = await town.UntilAsync(batch, stop, "receipted", "refused");
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.Error.WriteLine($"{rows} rows: receipt after {seconds:0.0} s");
        if ((int?)done["counts"]!["accepted"] != rows) throw new InvalidOperationException($"Not every row was taken: {done.ToJsonString()}");
        var memory = town.PeakMemory();
        if (keepAs is not null) await town.KeepLedgerAsync(keepAs);
        return (rows / seconds, memory);
    }

    private static double Seconds(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
