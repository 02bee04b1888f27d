namespace EntCredit.LocalRuntime.Durable;

/// <summary>How a sub-orchestration is called: <see cref="TaskOptions"/> and its instance id.</summary>
public record SubOrchestrationOptions : TaskOptions
{
    /// <summary>Options with retries and instance id.</summary>
    public SubOrchestrationOptions(TaskRetryOptions? retry = null, string? instanceId = null) : base(retry) => InstanceId = instanceId;

    /// <summary>Wraps task options; an instance id in them stays unless another is given.</summary>
    public SubOrchestrationOptions(TaskOptions options, string? instanceId = null) : base(options) =>
        InstanceId = instanceId ?? (options as SubOrchestrationOptions)?.InstanceId;

    /// <summary>A copy.</summary>
    public SubOrchestrationOptions(SubOrchestrationOptions options) : base(options) => InstanceId = options.InstanceId;

    /// <summary>The id of the new instance; null for a derived one.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The version of the new instance; null for unversioned.</summary>
    public new TaskVersion? Version
    {
        get => base.Version;
        init => base.Version = value;
    }
}
