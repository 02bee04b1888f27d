namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>Microseconds since 1970 by a clock, each given once and ascending within the process.</summary>
internal sealed class PositionClock(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private long _last;

    public long Next()
    {
        var now = (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        lock (_lock) return _last = Math.Max(_last + 1, now);
    }

    /// <summary>The instant of a position.</summary>
    public static DateTime InstantOf(long position) => DateTime.UnixEpoch.AddTicks(position * TimeSpan.TicksPerMicrosecond);
}
