using EntCredit.LocalRuntime.Clocks;
using EntCredit.LocalRuntime.Durable.Engine;
using EntCredit.LocalRuntime.Worker.Blobs;
using EntCredit.LocalRuntime.Worker.Invocation;
using EntCredit.LocalRuntime.Worker.ServiceBus;
using EntCredit.LocalRuntime.Worker.Timers;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.LocalRuntime.Worker.Admin;

/// <summary>
/// Moves legal time from due instant to due instant, in order, and lets each be worked off, so that what happens is what would have happened
/// had the time passed.
/// </summary>
internal sealed class LegalTimeMover(
    MovableTimeProvider clock,
    DurableEngine engine,
    TimerListener timers,
    BlobListener blobs,
    ServiceBusListener messages,
    FunctionRunner runner,
    [FromKeyedServices(ClockKeys.Machine)] TimeProvider machine
) : IDisposable
{
    // Whoever waits longer for another try than this is passed by.
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _one = new(1, 1);
    private long _startedAtListing = -1;

    /// <summary>Moves to an instant.</summary>
    /// <returns>False where legal time is later already: nothing was done.</returns>
    public async Task<bool> MoveAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (to < clock.GetUtcNow())
                return false;
            await WorkOffWithRetriesAsync(isLooking: true, cancellation);
            while (await FirstDueAsync() is { } due && due <= to)
            {
                // Time runs on meanwhile: what came due by itself is only waited for.
                if (!clock.MoveTo(due))
                    await Task.Delay(5, cancellation);
                await WorkOffWithRetriesAsync(isLooking: false, cancellation);
            }
            clock.MoveTo(to);
            await WorkOffWithRetriesAsync(isLooking: true, cancellation);
            return true;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Waits until everything that can be done now is done.</summary>
    public async Task SettleAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            await WorkOffAsync(isLooking: true, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    // What failed is tried again after some of the machine's time, of which days of legal time must not make use: had the time passed, it would have been tried long before.
    private async Task WorkOffWithRetriesAsync(bool isLooking, CancellationToken cancellation)
    {
        await WorkOffAsync(isLooking, cancellation);
        while (engine.NextRetryDue() is { } retry && retry - machine.GetUtcNow() is var wait && wait < LongestRetry)
        {
            await Task.Delay(Math.Clamp((int)wait.TotalMilliseconds, 5, 100), cancellation);
            await WorkOffAsync(isLooking: false, cancellation);
        }
    }

    // An activity may upload a blob and a blob may start an orchestration: done is when a whole round found nothing to run.
    // Listing is what costs: where nobody outside is looked for, containers are listed only after something ran that may have written to them.
    private async Task WorkOffAsync(bool isLooking, CancellationToken cancellation)
    {
        long before;
        bool wasWorking;
        do
        {
            before = runner.Started;
            // What runs already may bring work to a place that is looked at before it ends.
            wasWorking = runner.IsWorking;
            await engine.WaitUntilIdleAsync(cancellation);
            await timers.WorkOffAsync(cancellation);
            await messages.WorkOffAsync(cancellation);
            if (isLooking || runner.Started != _startedAtListing)
            {
                long started = runner.Started;
                _startedAtListing = runner.IsWorking ? -1 : started;
                await blobs.WorkOffAsync(cancellation);
                isLooking = false;
            }
        } while (wasWorking || runner.Started != before);
    }

    private async Task<DateTimeOffset?> FirstDueAsync() =>
        new[] { engine.NextTimerDue(), timers.NextDue, await messages.NextDueAsync() }.Min();
}
