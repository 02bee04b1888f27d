namespace EntCredit.LocalRuntime.Worker;

/// <summary>How often and when a failed run of a function is repeated. This host takes it beside a <see cref="CosmosDBTriggerAttribute"/> only.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    /// <summary>How often at most; -1 is without end.</summary>
    public int MaxRetryCount { get; set; }
}
