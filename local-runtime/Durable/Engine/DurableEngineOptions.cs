namespace EntCredit.LocalRuntime.Durable.Engine;

/// <summary>How the durable engine runs.</summary>
public sealed record DurableEngineOptions
{
    /// <summary>The SQLite database, made where there is none. One engine at a time holds it.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>How many orchestrators run at once (host.json: maxConcurrentOrchestratorFunctions); ten per processor by default, as in the real host.</summary>
    public int MaxConcurrentOrchestratorFunctions { get; init; } = 10 * Environment.ProcessorCount;

    /// <summary>How many activities run at once (host.json: maxConcurrentActivityFunctions); ten per processor by default, as in the real host.</summary>
    public int MaxConcurrentActivityFunctions { get; init; } = 10 * Environment.ProcessorCount;

    /// <summary>How long an activity may run before it is given out again, on the machine clock.</summary>
    public TimeSpan ActivityLease { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>After so many expired leases the activity fails, with that reason.</summary>
    public int MaxActivityDeliveries { get; init; } = 5;

    /// <summary>How many instances stay in memory beyond those that have something to do.</summary>
    public int InstanceCacheSize { get; init; } = 2000;
}
