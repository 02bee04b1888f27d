using System.Globalization;

namespace EntCredit.Bench.Scenarios.Durable;

/// <summary>What one instance costs among a thousand, ten thousand and a hundred thousand that live at once.</summary>
public sealed class InstanceCostScenario : IScenario
{
    private const int MostRounds = 3;
    private static readonly int[] Counts = [1_000, 10_000, 100_000];

    /// <inheritdoc />
    public string Name => "instance-cost";

    /// <inheritdoc />
    public string Describes => "us/instance: all are started, wait for an event and a timer, then all are woken and end; floor: the same rows and transactions by prepared statements";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync(int rounds, CancellationToken stop)
    {
        var figures = new List<Figure>();
        foreach (var count in Counts)
        {
            var measured = await DurableRounds.MeasureAsync(Math.Min(rounds, MostRounds), count, (host, cancellation) => RunAllAsync(host, count, cancellation), stop);
            figures.Add(new Figure(
                string.Create(CultureInfo.InvariantCulture, $"of-{count}"), "us/instance",
                Measure.Median(measured.Select(round => round.Engine * 1e6 / count)), Measure.Median(measured.Select(round => round.Floor * 1e6 / count))));
        }

        figures.Add(new Figure("last-to-first", "times", figures[^1].Value / figures[0].Value, figures[^1].Floor / figures[0].Floor));
        return figures;
    }

    private static async Task RunAllAsync(DurableHost host, int count, CancellationToken stop)
    {
        var ids = new string[count];
        await DurableHost.ForEachAsync(count, async (number, cancellation) => ids[number] = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, null, cancellation), stop);
        await host.Engine.WaitUntilIdleAsync(stop);
        await DurableHost.ForEachAsync(count, (number, cancellation) => host.Client.RaiseEventAsync(ids[number], "wake", number, cancellation), stop);
        await host.Engine.WaitUntilIdleAsync(stop);
        var ended = await host.Client.GetInstanceAsync(ids[^1], stop);
        if (host.Woken.Count != count || ended is not { IsCompleted: true }) throw new InvalidOperationException($"{host.Woken.Count} of {count} instances were woken.");
    }
}
