namespace EntCredit.Orchestrations;

/// <summary>How activities are tried again. Each is idempotent, so trying again costs time only.</summary>
public static class Retries
{
    /// <summary>Five tries over about half a minute.</summary>
    public static TaskOptions Activity { get; } =
        TaskOptions.FromRetryPolicy(new RetryPolicy(maxNumberOfAttempts: 5, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2.5));
}
