using Microsoft.Extensions.Time.Testing;

namespace EntCredit.LocalRuntime.Tests.Durable;

/// <summary>A clock that the test moves and that counts how often it woke anybody.</summary>
internal sealed class CountedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private int _wakes;

    public int Wakes => Volatile.Read(ref _wakes);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(
        given =>
        {
            Interlocked.Increment(ref _wakes);
            callback(given);
        },
        state, dueTime, period);
}
