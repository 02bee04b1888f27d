namespace EntCredit.LocalRuntime.Worker;

/// <summary>Retries by a function-level policy; both are 0 where there is none. The tries of a blob are not these.</summary>
public abstract class RetryContext
{
    /// <summary>How often this run was retried.</summary>
    public abstract int RetryCount { get; }

    /// <summary>How often it may be.</summary>
    public abstract int MaxRetryCount { get; }
}
