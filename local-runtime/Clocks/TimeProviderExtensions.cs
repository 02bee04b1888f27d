namespace EntCredit.LocalRuntime.Clocks;

internal static class TimeProviderExtensions
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    // Time passes between two looks at a clock; a move of it is longer.
    private static readonly TimeSpan Move = TimeSpan.FromSeconds(1);

    /// <summary>Waits until a clock has come to an instant.</summary>
    public static async Task WaitUntilAsync(this TimeProvider clock, DateTimeOffset instant, CancellationToken cancellation)
    {
        for (TimeSpan left = instant - clock.GetUtcNow(); left > TimeSpan.Zero; left = instant - clock.GetUtcNow())
        {
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            Task delay = Task.Delay(left < LongestDelay ? left : LongestDelay, clock, wait.Token);
            // A clock that was moved before the delay began would be waited for too long.
            if (left - (instant - clock.GetUtcNow()) < Move)
                await delay;
            else
                await wait.CancelAsync();
        }
    }
}
