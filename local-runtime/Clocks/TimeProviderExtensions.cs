namespace EntCredit.LocalRuntime.Clocks;

internal static class TimeProviderExtensions
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    /// <summary>Waits until a clock has come to an instant.</summary>
    public static async Task WaitUntilAsync(this TimeProvider clock, DateTimeOffset instant, CancellationToken cancellation)
    {
        for (TimeSpan left = instant - clock.GetUtcNow(); left > TimeSpan.Zero; left = instant - clock.GetUtcNow())
            await Task.Delay(left < LongestDelay ? left : LongestDelay, clock, cancellation);
    }
}
