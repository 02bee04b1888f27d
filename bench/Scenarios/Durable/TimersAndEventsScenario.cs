namespace EntCredit.Bench.Scenarios.Durable;

/// <summary>How many orchestrations with three timers and two events come to their end in a second, each step on disk.</summary>
public sealed class TimersAndEventsScenario : IScenario
{
    private const int Orchestrations = 10_000;
    private const int MostRounds = 5;

    /// <inheritdoc />
    public string Name => "timers-and-events";

    /// <inheritdoc />
    public string Describes => "orchestrations/s with three timers and two events, 512 callers, durable; floor: the same rows and transactions by prepared statements";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync(int rounds, CancellationToken stop)
    {
        var measured = await DurableRounds.MeasureAsync(Math.Min(rounds, MostRounds), DurableHost.Callers, RunAllAsync, stop);
        return
        [
            new Figure(
                "concurrent", "orchestrations/s",
                Measure.Median(measured.Select(round => Orchestrations / round.Engine)), Measure.Median(measured.Select(round => Orchestrations / round.Floor))),
            new Figure("grouped", "orchestrations/transaction", Measure.Median(measured.Select(round => (double)Orchestrations / round.Transactions))),
        ];
    }

    private static Task RunAllAsync(DurableHost host, CancellationToken stop) => DurableHost.ForEachAsync(
        Orchestrations,
        async (number, cancellation) =>
        {
            var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("TimersAndEvents", null, null, cancellation);
            await host.Client.RaiseEventAsync(id, "first", number, cancellation);
            await host.Client.RaiseEventAsync(id, "second", number, cancellation);
            await host.Client.WaitForInstanceCompletionAsync(id, cancellation);
        },
        stop);
}
