namespace EntCredit.LocalRuntime.Clocks;

/// <summary>Wakes when the earliest of many instants of one clock has come, whatever their number.</summary>
internal sealed class DueAlarm : IDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    // A platform timer reaches 49 days; a movable clock may also jump, so it is asked again.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly Action _ring;
    private readonly ITimer _timer;
    private long _next = long.MaxValue;
    private bool _ringing;
    private bool _closed;

    /// <param name="clock">The clock.</param>
    /// <param name="ring">Begins what is due; it answers with <see cref="Rung"/>.</param>
    public DueAlarm(TimeProvider clock, Action ring)
    {
        (_clock, _ring) = (clock, ring);
        _timer = clock.CreateTimer(_ => Check(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether something is due or being done.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_gate)
                return !_closed && (_ringing || _next <= Now);
        }
    }

    /// <summary>Something is due at an instant (UTC ticks).</summary>
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

    /// <summary>What was due is done.</summary>
    /// <param name="next">When the next is due (UTC ticks); the longest number for never.</param>
    public void Rung(long next)
    {
        lock (_gate)
        {
            _ringing = false;
            _next = Math.Min(_next, next);
        }
        Check();
    }

    /// <summary>Rings if something is due by now; else sleeps until it is.</summary>
    public void Check()
    {
        lock (_gate)
        {
            if (_closed || _ringing || _next == long.MaxValue)
                return;
            if (_next > Now)
            {
                // A platform timer counts whole milliseconds and would fire at once for less than one.
                var wait = TimeSpan.FromTicks(Math.Max(_next - Now, Shortest.Ticks));
                _timer.Change(wait > Longest ? Longest : wait, Timeout.InfiniteTimeSpan);
                return;
            }
            _ringing = true;
            _next = long.MaxValue;
        }
        _ring();
    }

    public void Dispose()
    {
        lock (_gate)
            _closed = true;
        _timer.Dispose();
    }

    private long Now => _clock.GetUtcNow().UtcTicks;
}
