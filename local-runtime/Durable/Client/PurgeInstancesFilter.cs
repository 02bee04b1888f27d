namespace EntCredit.LocalRuntime.Durable.Client;

/// <summary>Which ended instances to purge.</summary>
/// <param name="CreatedFrom">Not created before.</param>
/// <param name="CreatedTo">Not created after.</param>
/// <param name="Statuses">In one of these statuses; null or none for all ended ones.</param>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null)
{
    /// <summary>After this (machine) time no more is purged and the result says that it is not complete; over zero, or null for no limit.</summary>
    public TimeSpan? Timeout { get; init; }
}
