namespace EntCredit.LocalRuntime.Clocks;

/// <summary>
/// Machine time and an offset that is only ever enlarged and outlives the process. Timers made by it fire by the moved time: a move wakes those
/// it passes.
/// </summary>
public sealed class MovableTimeProvider : TimeProvider
{
    private readonly TimeProvider _machine;
    private readonly ClockFile _file;
    private readonly Lock _lock = new();
    private readonly HashSet<MovableTimer> _timers = [];
    private long _offset;

    /// <summary>A clock that goes on from what the file holds.</summary>
    /// <param name="machine">The time that passes.</param>
    /// <param name="file">Where the offset is kept.</param>
    /// <param name="start">What time it is now, used only where nothing is kept yet; null is machine time.</param>
    public MovableTimeProvider(TimeProvider machine, ClockFile file, DateTimeOffset? start = null)
    {
        _machine = machine;
        _file = file;
        if (file.Read() is { } kept)
        {
            _offset = kept.Ticks;
            return;
        }
        _offset = start is { } instant ? (instant - machine.GetUtcNow()).Ticks : 0;
        file.Write(Offset);
    }

    /// <summary>How far this clock is from machine time; negative when it is behind.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref _offset));

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc />
    public override long TimestampFrequency => _machine.TimestampFrequency;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _machine.GetUtcNow().ToUniversalTime() + Offset;

    /// <inheritdoc />
    public override long GetTimestamp() =>
        _machine.GetTimestamp() + (long)(Offset.Ticks / (decimal)TimeSpan.TicksPerSecond * _machine.TimestampFrequency);

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovableTimer(this, _machine, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock forward; on return the move is kept and every timer it passed has been set off.</summary>
    /// <param name="instant">The time it shall be.</param>
    /// <returns>Whether the clock was moved: false where it is that time or later already.</returns>
    public bool MoveTo(DateTimeOffset instant)
    {
        MovableTimer[] timers;
        lock (_lock)
        {
            TimeSpan ahead = instant - GetUtcNow();
            if (ahead <= TimeSpan.Zero)
                return false;
            // Written first: after a crash the clock is where some timer may already have seen it, never before.
            _file.Write(Offset + ahead);
            Interlocked.Add(ref _offset, ahead.Ticks);
            timers = [.. _timers];
        }
        foreach (MovableTimer timer in timers)
            timer.Reconsider();
        return true;
    }

    internal void Add(MovableTimer timer)
    {
        lock (_lock)
            _timers.Add(timer);
    }

    internal void Remove(MovableTimer timer)
    {
        lock (_lock)
            _timers.Remove(timer);
    }
}
