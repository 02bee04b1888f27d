namespace EntCredit.LocalRuntime.Worker.Invocation;

internal sealed class RunBinding(IReadOnlyDictionary<string, object?> data) : BindingContext
{
    public override IReadOnlyDictionary<string, object?> BindingData { get; } = data;
}
