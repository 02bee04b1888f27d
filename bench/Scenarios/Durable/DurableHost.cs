using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;

namespace EntCredit.Bench.Scenarios.Durable;

/// <summary>The durable engine on a database, with the orchestrators of the scenarios, both clocks real and every commit on disk.</summary>
internal sealed class DurableHost : IAsyncDisposable
{
    /// <summary>How many callers a scenario has at once.</summary>
    public const int Callers = 512;

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);

    private DurableHost(string database)
    {
        var registry = new DurableRegistry();
        registry.AddOrchestrator("OneActivity", async context => await context.CallActivityAsync<string>("Greet", context.GetInput<string>()));
        registry.AddOrchestrator("TimersAndEvents", async context =>
        {
            for (var timer = 0; timer < 3; timer++) await context.CreateTimer(Soon, CancellationToken.None);
            return await context.WaitForExternalEvent<int>("first") + await context.WaitForExternalEvent<int>("second");
        });
        registry.AddOrchestrator("Wait", async context =>
        {
            using var cancelled = new CancellationTokenSource();
            var due = context.CreateTimer(TimeSpan.FromDays(30), cancelled.Token);
            var woken = context.WaitForExternalEvent<long>("wake");
            await Task.WhenAny(due, woken);
            if (!context.IsReplaying) Woken[context.InstanceId] = TimeProvider.System.GetTimestamp();
#pragma warning disable CA1849 // An orchestrator awaits nothing but durable tasks.
            cancelled.Cancel();
#pragma warning restore CA1849
            return null;
        });
        registry.AddActivity("Greet", (call, _) => Task.FromResult<object?>("你好，" + call.GetInput(typeof(string))));
        Engine = new DurableEngine(new() { DatabasePath = database }, registry, TimeProvider.System, TimeProvider.System, NullLoggerFactory.Instance);
    }

    public DurableEngine Engine { get; }

    public DurableTaskClient Client => Engine.Client;

    /// <summary>When an instance of Wait went on, by its id.</summary>
    public ConcurrentDictionary<string, long> Woken { get; } = new(StringComparer.Ordinal);

    public static async Task<DurableHost> StartAsync(string database, CancellationToken stop)
    {
        var host = new DurableHost(database);
        await host.Engine.StartAsync(stop);
        return host;
    }

    /// <summary>Runs something for many numbers, so many callers at once.</summary>
    public static Task ForEachAsync(int count, Func<int, CancellationToken, Task> work, CancellationToken stop) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = stop },
        async (number, cancellation) => await work(number, cancellation));

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}
