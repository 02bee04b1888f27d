using EntCredit.LocalRuntime.Worker.Indexing;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.LocalRuntime.Worker.Invocation;

/// <summary>A run of a function by this host. Its scope of services is made when first asked for.</summary>
internal sealed class RunContext(FunctionEntry entry, Trigger trigger, TraceContext trace, IServiceScopeFactory scopes, CancellationToken cancellation)
    : FunctionContext,
        IAsyncDisposable
{
    private readonly InvocationFeatures _features = NewFeatures();
    private AsyncServiceScope? _scope;
    private IServiceProvider? _services;

    public FunctionEntry Entry => entry;

    public Trigger Trigger => trigger;

    /// <summary>Whether the pipeline came to the function itself.</summary>
    public bool HasReachedFunction { get; set; }

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => entry.Definition.Id;

    public override TraceContext TraceContext => trace;

    public override BindingContext BindingContext { get; } = new RunBinding(trigger.Data);

    public override RetryContext RetryContext => trigger.Retries ?? NoRetries.Instance;

    public override FunctionDefinition FunctionDefinition => entry.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features => _features;

    public override CancellationToken CancellationToken => cancellation;

    public override IServiceProvider InstanceServices
    {
        get => _services ??= (_scope = scopes.CreateAsyncScope()).Value.ServiceProvider;
        set => _services = value;
    }

    public async ValueTask DisposeAsync()
    {
        if (_scope is { } scope)
            await scope.DisposeAsync();
    }

    private static InvocationFeatures NewFeatures()
    {
        var features = new InvocationFeatures();
        features.Set(new RunResult());
        return features;
    }
}
