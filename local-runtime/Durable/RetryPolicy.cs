using System.ComponentModel;

namespace EntCredit.LocalRuntime.Durable;

/// <summary>Retries a given number of times, with growing delays. The delays are machine time, never legal time.</summary>
public class RetryPolicy
{
    /// <summary>Makes a policy.</summary>
    /// <param name="maxNumberOfAttempts">Attempts in all, at least 1.</param>
    /// <param name="firstRetryInterval">The first delay, over zero.</param>
    /// <param name="backoffCoefficient">By what each further delay grows, at least 1.</param>
    /// <param name="maxRetryInterval">The longest delay; null for an hour.</param>
    /// <param name="retryTimeout">No retry is made after this time; null for no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of these bounds.</exception>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1.0,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxNumberOfAttempts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1.0);
        if (maxRetryInterval < firstRetryInterval && maxRetryInterval != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(maxRetryInterval), maxRetryInterval, "It is not under firstRetryInterval.");
        if (retryTimeout < firstRetryInterval && retryTimeout != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(retryTimeout), retryTimeout, "It is not under firstRetryInterval.");

        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
    }

    /// <summary>Attempts in all.</summary>
    public int MaxNumberOfAttempts { get; }

    /// <summary>The first delay.</summary>
    public TimeSpan FirstRetryInterval { get; }

    /// <summary>By what each further delay grows.</summary>
    public double BackoffCoefficient { get; }

    /// <summary>The longest delay.</summary>
    public TimeSpan MaxRetryInterval { get; }

    /// <summary>No retry is made after this time since the first attempt.</summary>
    public TimeSpan RetryTimeout { get; }

    /// <summary>Whether a failure may be retried; set through <see cref="HandleFailure"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Func<Exception, bool> Handle { get; private init; } = static _ => true;

    /// <summary>Says which failures may be retried.</summary>
#pragma warning disable CA1044 // The real property has no getter.
    public Func<TaskFailureDetails, bool> HandleFailure
#pragma warning restore CA1044
    {
        init => Handle = exception => exception is TaskFailedException failed
            ? value(failed.FailureDetails)
            : throw new InvalidOperationException("Only a failed task or sub-orchestration is retried.");
    }
}
