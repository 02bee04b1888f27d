namespace EntCredit.LocalRuntime.Worker;

/// <summary>A failed run is repeated after always the same delay.</summary>
public sealed class FixedDelayRetryAttribute : RetryAttribute
{
    /// <param name="maxRetryCount">How often at most; -1 is without end.</param>
    /// <param name="delayInterval">The delay, as hh:mm:ss.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is no time span, or negative.</exception>
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval)
    {
        if (!TimeSpan.TryParse(delayInterval, out TimeSpan delay))
            throw new ArgumentOutOfRangeException(nameof(delayInterval));
        if (delay < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(delayInterval), "The TimeSpan must not be negative.");
        MaxRetryCount = maxRetryCount;
        DelayInterval = delayInterval;
    }

    /// <summary>The delay, as hh:mm:ss.</summary>
    public string DelayInterval { get; }
}
