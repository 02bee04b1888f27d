using System.Diagnostics;

namespace EntCredit.Bench.Scenarios.Durable;

/// <summary>A host on a database of waiting instances, in a process of its own: it says when it is ready, what it holds, and what it costs to wait.</summary>
public sealed class WaitingChild : IChildProcess
{
    private const double Megabyte = 1e6;
    private static readonly TimeSpan Waits = TimeSpan.FromSeconds(3);

    /// <inheritdoc />
    public string Name => "waiting";

    /// <inheritdoc />
    public async Task<int> RunAsync(string[] args)
    {
        await using var host = await DurableHost.StartAsync(args[0], CancellationToken.None);
        // It is ready when a waiting instance goes on.
        await WakeAsync(host, 0);
        Say("ready", 0);
        Say("memory", Memory());

        using var process = Process.GetCurrentProcess();
        var (used, uses) = (process.TotalProcessorTime, host.Engine.StoreUses);
        await Task.Delay(Waits);
        process.Refresh();
        Say("processor", (process.TotalProcessorTime - used).TotalMilliseconds / Waits.TotalSeconds);
        Say("store", host.Engine.StoreUses - uses);

        await DurableHost.ForEachAsync(WaitingScenario.Instances - 1, (number, _) => WakeAsync(host, number + 1), CancellationToken.None);
        Say("memory after all woke", Memory());
        return 0;
    }

    /// <summary>Says a figure to the process that started this one.</summary>
    internal static void Say(string name, double value) => Console.WriteLine(FormattableString.Invariant($"{name}={value}"));

    /// <summary>The most memory that this process has had resident so far, in MB.</summary>
    internal static double Memory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / Megabyte;
    }

    private static async Task WakeAsync(DurableHost host, int number)
    {
        await host.Client.RaiseEventAsync(WaitingScenario.Id(number), "wake", number);
        await host.Client.WaitForInstanceCompletionAsync(WaitingScenario.Id(number));
    }
}
