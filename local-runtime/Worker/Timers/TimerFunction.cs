using EntCredit.LocalRuntime.Clocks;
using EntCredit.LocalRuntime.Worker.Indexing;
using EntCredit.LocalRuntime.Worker.Invocation;

namespace EntCredit.LocalRuntime.Worker.Timers;

/// <summary>
/// Runs one function on its schedule by legal time, never twice at once. Ticks that pass while it runs, or while the host is down and the
/// schedule is monitored, are made up once.
/// </summary>
internal sealed class TimerFunction(
    FunctionEntry function,
    TimerTriggerAttribute trigger,
    TimerSchedule schedule,
    TimerStatusStore store,
    FunctionRunner runner,
    TimeProvider legal
)
{
    private readonly Lock _lock = new();
    private bool _isMonitored;
    private ScheduleStatus? _status;
    private DateTimeOffset? _next;
    private bool _isPastDue;
    private bool _mustRun;

    /// <summary>When it is due next; null when never again.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            lock (_lock)
                return _next;
        }
    }

    /// <summary>Whether it runs or ought to.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_lock)
                return _mustRun || _next <= legal.GetUtcNow();
        }
    }

    /// <summary>Finds out where the schedule stands.</summary>
    public void Prepare()
    {
        DateTimeOffset now = legal.GetUtcNow();
        _isMonitored = trigger.UseMonitor && !schedule.FiresOftenAround(now);
        _status = _isMonitored ? store.Read(function.Name, schedule.Text) : null;
        _isPastDue = _status is not null && _status.Next < now.UtcDateTime;
        _next = _status is null ? schedule.After(now) : new DateTimeOffset(_status.Next);
        _mustRun = _isPastDue || trigger.RunOnStartup;
        if (_isMonitored && _status is null && _next is { } next)
            Keep(default, next, now);
    }

    /// <summary>Waits and runs until cancelled or never due again; a run in progress goes on to its end.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        if (_mustRun)
            await RunOnceAsync();
        while (Next is { } next && !stopping.IsCancellationRequested && !runner.IsAborted)
        {
            try
            {
                await legal.WaitUntilAsync(next, stopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await RunOnceAsync();
        }
    }

    private async Task RunOnceAsync()
    {
        lock (_lock)
            _mustRun = true;
        DateTimeOffset begun = legal.GetUtcNow();
        var info = new TimerInfo { ScheduleStatus = _status, IsPastDue = _isPastDue };
        try
        {
            await runner.RunAsync(function, new Trigger(info), CancellationToken.None);
        }
        catch (Exception) when (runner.IsAborted)
        {
            // Not kept: the next start makes it up.
            return;
        }
        catch (Exception)
        {
            // Logged where it ran. As in the model, a failed run is not repeated before the next tick.
        }
        DateTimeOffset? next = schedule.After(begun);
        if (_isMonitored && next is { } due)
            Keep(begun.UtcDateTime, due, legal.GetUtcNow());
        lock (_lock)
            (_next, _mustRun, _isPastDue) = (next, false, false);
    }

    private void Keep(DateTime last, DateTimeOffset next, DateTimeOffset now)
    {
        _status = new ScheduleStatus
        {
            Last = last,
            Next = next.UtcDateTime,
            LastUpdated = now.UtcDateTime,
        };
        store.Write(function.Name, schedule.Text, _status);
    }
}
