using System.Diagnostics;
using System.Globalization;

namespace EntCredit.Bench.Scenarios.Durable;

/// <summary>A hundred thousand waiting instances: how soon a restarted host is ready, what it holds in memory, what waiting costs.</summary>
public sealed class WaitingScenario : IScenario
{
    /// <summary>How many wait.</summary>
    internal const int Instances = 100_000;

    private const int MostRounds = 3;

    /// <inheritdoc />
    public string Name => "waiting";

    /// <inheritdoc />
    public string Describes => "a host restarted in a fresh process on 100,000 waiting instances; floor: a process that opens the same file with SQLite alone";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync(int rounds, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("entcredit-bench-").FullName;
        try
        {
            var database = Path.Combine(folder, "durable.db");
            await FillAsync(database, stop);
            var (engine, floor) = (new List<Dictionary<string, double>>(), new List<Dictionary<string, double>>());
            for (var round = 0; round < Math.Min(rounds, MostRounds); round++)
            {
                var copy = Path.Combine(folder, "copy.db");
                File.Copy(database, copy, overwrite: true);
                floor.Add(await ChildAsync("waiting-floor", copy, stop));
                engine.Add(await ChildAsync("waiting", copy, stop));
            }

            return
            [
                new Figure("ready", "s", Of(engine, "ready"), Of(floor, "ready")),
                new Figure("memory-when-ready", "MB", Of(engine, "memory"), Of(floor, "memory")),
                new Figure("memory-after-all-woke", "MB", Of(engine, "memory after all woke"), Of(floor, "memory")),
                new Figure("processor-while-waiting", "ms/s", Of(engine, "processor")),
                new Figure("store-uses-while-waiting", "uses", Of(engine, "store")),
                new Figure("size", "bytes/instance", (double)new FileInfo(database).Length / Instances),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The id of a waiting instance.</summary>
    internal static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"waiting-{number}");

    private static async Task FillAsync(string database, CancellationToken stop)
    {
        await using var host = await DurableHost.StartAsync(database, stop);
        await DurableHost.ForEachAsync(
            Instances, async (number, cancellation) => await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, new(Id(number)), cancellation), stop);
        await host.Engine.WaitUntilIdleAsync(stop);
    }

    private static async Task<Dictionary<string, double>> ChildAsync(string name, string database, CancellationToken stop)
    {
        var start = Stopwatch.GetTimestamp();
        using var child = Process.Start(new ProcessStartInfo("dotnet", [typeof(WaitingScenario).Assembly.Location, "--child", name, database]) { RedirectStandardOutput = true })!;
        var figures = new Dictionary<string, double>();
        while (await child.StandardOutput.ReadLineAsync(stop) is { } line)
        {
            var parts = line.Split('=');
            figures[parts[0]] = parts[0] == "ready" ? Stopwatch.GetElapsedTime(start).TotalSeconds : double.Parse(parts[1], CultureInfo.InvariantCulture);
        }

        await child.WaitForExitAsync(stop);
        return child.ExitCode == 0 ? figures : throw new InvalidOperationException($"The process '{name}' ended with {child.ExitCode}.");
    }

    private static double Of(List<Dictionary<string, double>> rounds, string name) => Measure.Median(rounds.Select(round => round[name]));
}
