namespace EntCredit.LocalRuntime.Clocks;

/// <summary>A timer that is due at an instant of a movable clock. It watches by machine time and looks again after each move.</summary>
internal sealed class MovableTimer : ITimer
{
    // A machine timer takes at most 49 days; looking once a day costs nothing.
    private static readonly TimeSpan LongestWatch = TimeSpan.FromDays(1);

    private readonly MovableTimeProvider _clock;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private readonly ITimer _watch;
    private readonly Lock _lock = new();
    private DateTimeOffset? _due;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private bool _disposed;

    public MovableTimer(MovableTimeProvider clock, TimeProvider machine, TimerCallback callback, object? state)
    {
        _clock = clock;
        _callback = callback;
        _state = state;
        _watch = machine.CreateTimer(_ => Reconsider(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            if (_disposed)
                return false;
            _period = period;
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;
            // Known to the clock before it is set: a move between the two finds it.
            _clock.Add(this);
            Watch();
            return true;
        }
    }

    /// <summary>Fires if it is due, and watches for the next time.</summary>
    public void Reconsider()
    {
        lock (_lock)
        {
            if (_disposed || _due is not { } due)
                return;
            DateTimeOffset now = _clock.GetUtcNow();
            if (due > now)
            {
                Watch();
                return;
            }
            // As a system timer: what a jump passed over fires once.
            _due = _period > TimeSpan.Zero ? now + _period : null;
            Watch();
        }
        _callback(_state);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _due = null;
            _clock.Remove(this);
        }
        _watch.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Watch()
    {
        if (_due is not { } due)
        {
            _clock.Remove(this);
            _watch.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }
        TimeSpan left = due - _clock.GetUtcNow();
        // Rounded up to a whole millisecond, the resolution of a machine timer, so that it is not early.
        TimeSpan wait = left <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
        _watch.Change(wait < LongestWatch ? wait : LongestWatch, Timeout.InfiniteTimeSpan);
    }
}
