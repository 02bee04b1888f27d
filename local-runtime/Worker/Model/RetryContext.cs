namespace EntCredit.LocalRuntime.Worker;

/// <summary>Retries by a function-level policy. This host offers no such policy, so both are 0; the tries of a blob are not these.</summary>
public abstract class RetryContext
{
    /// <summary>How often this run was retried.</summary>
    public abstract int RetryCount { get; }

    /// <summary>How often it may be.</summary>
    public abstract int MaxRetryCount { get; }
}
