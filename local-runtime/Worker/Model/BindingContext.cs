namespace EntCredit.LocalRuntime.Worker;

/// <summary>What a run's trigger captured.</summary>
public abstract class BindingContext
{
    /// <summary>By name: route values, parts of a blob's path, <c>instanceId</c> of an activity.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
