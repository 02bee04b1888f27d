namespace EntCredit.LocalRuntime.Worker;

/// <summary>A failed run is repeated after a delay that doubles.</summary>
public sealed class ExponentialBackoffRetryAttribute : RetryAttribute
{
    /// <param name="maxRetryCount">How often at most; -1 is without end.</param>
    /// <param name="minimumInterval">The first delay, as hh:mm:ss.</param>
    /// <param name="maximumInterval">The longest delay, as hh:mm:ss.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is no time span, or negative.</exception>
    /// <exception cref="ArgumentException">The first is longer than the longest.</exception>
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval)
    {
        TimeSpan minimum = Interval(minimumInterval, nameof(minimumInterval));
        TimeSpan maximum = Interval(maximumInterval, nameof(maximumInterval));
        if (minimum > maximum)
            throw new ArgumentException("The minimumInterval must not be greater than the maximumInterval.", nameof(minimumInterval));
        MaxRetryCount = maxRetryCount;
        MinimumInterval = minimumInterval;
        MaximumInterval = maximumInterval;
    }

    /// <summary>The first delay, as hh:mm:ss.</summary>
    public string MinimumInterval { get; }

    /// <summary>The longest delay, as hh:mm:ss.</summary>
    public string MaximumInterval { get; }

    private static TimeSpan Interval(string text, string name) =>
        !TimeSpan.TryParse(text, out TimeSpan interval) ? throw new ArgumentOutOfRangeException(name)
        : interval < TimeSpan.Zero ? throw new ArgumentOutOfRangeException(name, "The TimeSpan must not be negative.")
        : interval;
}
