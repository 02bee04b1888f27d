using EntCredit.LocalRuntime.Clocks;
using EntCredit.LocalRuntime.Worker.Indexing;
using EntCredit.LocalRuntime.Worker.Invocation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.LocalRuntime.Worker.Timers;

/// <summary>All timer triggers.</summary>
internal sealed class TimerListener(
    FunctionIndex index,
    TimerStatusStore store,
    FunctionRunner runner,
    IConfiguration settings,
    [FromKeyedServices(ClockKeys.Legal)] TimeProvider legal
) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly TimerFunction[] _functions =
    [
        .. index
            .With<TimerTriggerAttribute>()
            .Select(t => new TimerFunction(t.Function, t.Trigger, TimerSchedule.Of(t.Trigger, settings), store, runner, legal)),
    ];
    private Task[] _loops = [];

    /// <summary>When the first of them is due, or null.</summary>
    public DateTimeOffset? NextDue => _functions.Min(f => f.Next);

    public void Start()
    {
        foreach (TimerFunction function in _functions)
            function.Prepare();
        _loops = [.. _functions.Select(f => Task.Run(() => f.RunAsync(_stopping.Token)))];
    }

    /// <summary>Lets nothing begin from now on, and waits for what runs.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_loops);
    }

    /// <summary>Waits until none runs and none is due.</summary>
    public async Task WorkOffAsync(CancellationToken cancellation)
    {
        while (_functions.Any(f => f.IsBusy))
            await Task.Delay(5, cancellation);
    }

    public void Dispose() => _stopping.Dispose();
}
