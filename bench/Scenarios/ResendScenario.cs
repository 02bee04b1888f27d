using System.Diagnostics;
using System.Globalization;
using EntCredit.Bench.Intake;

namespace EntCredit.Bench.Scenarios;

/// <summary>The same million rows sent again: how soon they are known.</summary>
public sealed class ResendScenario : IScenario
{
    private const int Rows = 1_000_000;

    /// <inheritdoc />
    public string Name => "resend";

    /// <inheritdoc />
    public string Describes => "seconds until a million-row file sent again is recognised (ENTCREDIT_BENCH_ROWS: another count)";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync(int rounds, CancellationToken stop)
    {
        var rows = Environment.GetEnvironmentVariable("ENTCREDIT_BENCH_ROWS") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Rows;
        var folder = Directory.CreateTempSubdirectory("entcredit-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "many.csv");
            PenaltyFile.Write(file, rows);
            await using var town = await RunningTown.StartAsync();
            var first = await town.UploadAsync(file, "first.csv", stop);
            await town.UntilAsync(first, stop, "receipted", "refused");
            var again = await town.UploadAsync(file, "again.csv", stop);
            var start = Stopwatch.GetTimestamp();
            await town.UntilAsync(again, stop, "repeated", "refused");
            return [new Figure("recognised", "s", Stopwatch.GetElapsedTime(start).TotalSeconds)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
