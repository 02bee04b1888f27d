using System.Globalization;

namespace EntCredit.LocalRuntime.Worker.Invocation;

/// <summary>When a failed run is repeated, by a function's retry policy. The real host adds up to a fifth by chance to a delay that doubles; this one does not.</summary>
internal sealed record RetrySchedule(int MaxRetryCount, TimeSpan First, TimeSpan Longest)
{
    public static RetrySchedule? Of(RetryAttribute? policy) =>
        policy switch
        {
            FixedDelayRetryAttribute f => new(f.MaxRetryCount, Span(f.DelayInterval), Span(f.DelayInterval)),
            ExponentialBackoffRetryAttribute e => new(e.MaxRetryCount, Span(e.MinimumInterval), Span(e.MaximumInterval)),
            _ => null,
        };

    /// <summary>The delay before the next run, after a first run and so many retries failed; null where there is none.</summary>
    public TimeSpan? After(int retries)
    {
        if (MaxRetryCount != -1 && retries >= MaxRetryCount)
            return null;
        double factor = retries == 0 ? 1 : 1 + Math.Pow(2, Math.Min(retries, 60) - 1);
        return First * factor < Longest ? First * factor : Longest;
    }

    /// <summary>What the run is told.</summary>
    public RetryContext Context(int retries) => new Told(retries, MaxRetryCount);

    private static TimeSpan Span(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    private sealed class Told(int retries, int most) : RetryContext
    {
        public override int RetryCount => retries;

        public override int MaxRetryCount => most;
    }
}
