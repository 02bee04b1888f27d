using System.Collections.Immutable;

namespace EntCredit.LocalRuntime.Durable;

/// <summary>How a client starts an orchestration.</summary>
public record StartOrchestrationOptions
{
    /// <summary>Options with instance id and start time.</summary>
    /// <param name="InstanceId">The id; null for a random one.</param>
    /// <param name="StartAt">When to start, on the legal clock; null or past for at once.</param>
#pragma warning disable CA1707, IDE1006 // The real record's parameters have these names, and callers use them.
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
#pragma warning restore CA1707, IDE1006
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    /// <summary>A copy.</summary>
    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        Tags = options.Tags;
        Version = options.Version;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>The id of the instance; null for a random one.</summary>
    public string? InstanceId { get; init; }

    /// <summary>When to start, on the legal clock; null or past for at once.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Tags of the instance.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The version of the instance; null for unversioned.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>Statuses in which an existing instance of the same id refuses the start; set by WithDedupeStatuses.</summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
