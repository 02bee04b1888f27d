namespace EntCredit.LocalRuntime.Worker;

/// <summary>What is bound to a function.</summary>
public abstract class BindingMetadata
{
    /// <summary>The parameter's name, or <c>$return</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Its type as the host writes it: httpTrigger, blobTrigger, timerTrigger, orchestrationTrigger, activityTrigger, durableClient, http.</summary>
    public abstract string Type { get; }

    /// <summary>Whether it is given to the function or by it.</summary>
    public abstract BindingDirection Direction { get; }
}
