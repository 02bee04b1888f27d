namespace EntCredit.Bench.Scenarios.Durable;

/// <summary>How many orchestrations with one activity come to their end in a second, each step on disk.</summary>
public sealed class OneActivityScenario : IScenario
{
    private const int Orchestrations = 20_000;
    private const int MostRounds = 5;

    /// <inheritdoc />
    public string Name => "one-activity";

    /// <inheritdoc />
    public string Describes => "orchestrations/s with one activity, 512 callers, durable; floor: the same rows and transactions by prepared statements";

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
        async (_, cancellation) =>
        {
            var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("OneActivity", "世界", cancellation);
            await host.Client.WaitForInstanceCompletionAsync(id, cancellation);
        },
        stop);
}
