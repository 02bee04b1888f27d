using Microsoft.Extensions.DependencyInjection;
namespace EntCredit.LocalRuntime.Tests.Worker.Timers;

public sealed class DailyFunction(Seen seen, [FromKeyedServices("legal")] TimeProvider legal)
{
    [Function("Daily")]
    public void Daily([TimerTrigger("0 0 16 * * *")] TimerInfo timer) =>
        seen.Add($"{legal.GetUtcNow():MM-dd HH:mm} {timer.IsPastDue} {timer.ScheduleStatus?.Last:MM-dd HH:mm} {timer.ScheduleStatus?.Next:MM-dd HH:mm}");
}

public sealed class UnmonitoredFunction(Seen seen)
{
    [Function("Unmonitored")]
    public void Unmonitored([TimerTrigger("%Schedule%", UseMonitor = false)] TimerInfo timer) =>
        seen.Add($"{timer.IsPastDue} {timer.ScheduleStatus is null}");
}

public sealed class StartupFunction(Seen seen)
{
    [Function("Startup")]
    public Task Startup([TimerTrigger("0 0 16 * * *", RunOnStartup = true)] TimerInfo timer)
    {
        seen.Add($"{timer.IsPastDue}");
        return Task.CompletedTask;
    }
}

public sealed class SlowFunction(Seen seen, Gate gate)
{
    private static int _running;

    [Function("Slow")]
    public async Task Slow([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        seen.Add($"begin {Interlocked.Increment(ref _running)}");
        try
        {
            await gate.WaitAsync(cancellation);
        }
        finally
        {
            // A run that is cut off has ended too; the count outlives the test's host.
            Interlocked.Decrement(ref _running);
        }

        seen.Add("end");
    }
}

public sealed class FailingFunction(Seen seen)
{
    [Function("Failing")]
    public void Failing([TimerTrigger("0 0 * * * *")] TimerInfo timer)
    {
        seen.Add("run");
        throw new InvalidOperationException();
    }
}
