namespace EntCredit.LocalRuntime.Worker;

/// <summary>One run of a function, as functions and middleware see it.</summary>
public abstract class FunctionContext
{
    /// <summary>The run's id, unique.</summary>
    public abstract string InvocationId { get; }

    /// <summary>The function's id, the same in every run.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The W3C trace that the run belongs to.</summary>
    public abstract TraceContext TraceContext { get; }

    /// <summary>What the trigger captured.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>Retries by a function-level policy.</summary>
    public abstract RetryContext RetryContext { get; }

    /// <summary>The services of the run's scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>What middleware and function share within the run.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>The run's features.</summary>
    public abstract IInvocationFeatures Features { get; }

    /// <summary>Cancelled when the host stops, the time limit is reached, or the client of an HTTP request went away.</summary>
    public virtual CancellationToken CancellationToken { get; } = CancellationToken.None;
}
