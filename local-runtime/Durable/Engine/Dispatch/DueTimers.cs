using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Engine.Steps;
using EntCredit.LocalRuntime.Durable.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Durable.Engine.Dispatch;

/// <summary>Fires the durable timers of one clock: it sleeps until the earliest of them, whatever their number.</summary>
internal sealed class DueTimers : IDisposable
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    // A platform timer reaches 49 days; a movable clock may also jump, so it is asked again.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly DurableClock _clock;
    private readonly TimeProvider _time;
    private readonly WriterThread _writer;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private long _next = long.MaxValue;
    private bool _firing;
    private bool _closed;

    public DueTimers(DurableClock clock, TimeProvider time, WriterThread writer, ILogger logger)
    {
        (_clock, _time, _writer, _logger) = (clock, time, writer, logger);
        _timer = time.CreateTimer(_ => Check(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A timer is due at a time (UTC ticks): wake then, where it is the earliest.</summary>
    public void Arm(long due)
    {
        lock (_gate)
        {
            if (_closed || due >= _next)
                return;
            _next = due;
        }

        Check();
    }

    /// <summary>Fires what is due by now.</summary>
    public void Check()
    {
        lock (_gate)
        {
            if (_closed || _firing || _next == long.MaxValue)
                return;
            if (_next > Now)
            {
                Sleep();
                return;
            }

            _firing = true;
            _next = long.MaxValue;
        }

        _ = Fire();
    }

    public void Dispose()
    {
        lock (_gate)
            _closed = true;
        _timer.Dispose();
    }

    private long Now => _time.GetUtcNow().UtcTicks;

    private async Task Fire()
    {
        try
        {
            await _writer.Post(
                store => MessageStep.Fire(store, _clock, Now, AtOnce),
                next => Fired(next ?? long.MaxValue),
                failure =>
                {
                    _logger.LogError(failure, "Durable timers could not be fired; they are tried again.");
                    Fired(Now + TimeSpan.TicksPerSecond);
                });
        }
        catch (ObjectDisposedException)
        {
            // The engine stops: the timers are on disk.
        }
    }

    private void Fired(long next)
    {
        lock (_gate)
        {
            _firing = false;
            _next = Math.Min(_next, next);
        }

        Check();
    }

    private void Sleep()
    {
        // A platform timer counts whole milliseconds and would fire at once for less than one.
        var wait = TimeSpan.FromTicks(Math.Max(_next - Now, Shortest.Ticks));
        _timer.Change(wait > Longest ? Longest : wait, Timeout.InfiniteTimeSpan);
    }
}
