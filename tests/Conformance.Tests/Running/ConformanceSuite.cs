using System.Runtime.CompilerServices;
using EntCredit.Conformance.Tests.Hosts;

namespace EntCredit.Conformance.Tests.Running;

/// <summary>
/// Runs cases, each on a host of its own: what it registers, and the steps of its client with what they expect. Which engine that is says the
/// build property; the cases are the same sources.
/// </summary>
public abstract class ConformanceSuite
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30), Short = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Runs a case. One that the real in-process host is listed to lack is run there too and must fail, so that the list stays true;
    /// then it is reported by its name as not offered.
    /// </summary>
    private protected static async Task Case(Action<CaseRegistry> register, Func<CaseRun, Task> steps, [CallerMemberName] string name = "")
    {
        if (!CaseHost.IsReal || !RealHost.Lacks.TryGetValue(name, out var reason))
        {
            await Run(register, steps, Long);
            return;
        }

        var differs = await Record.ExceptionAsync(() => Run(register, steps, Short));
        Assert.True(differs is not null, $"The real in-process host does this now: take '{name}' off the list of what it lacks.");
        Assert.Skip($"not offered by the real host: {reason}");
    }

    private static async Task Run(Action<CaseRegistry> register, Func<CaseRun, Task> steps, TimeSpan most)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var logs = new CollectedLogs();
        await using var host = await CaseHost.Start(register, logs, limit.Token);
        limit.CancelAfter(most);
        await steps(new(host, logs, limit.Token));
    }
}
