namespace EntCredit.LocalRuntime.Worker.Invocation;

internal sealed class CurrentResult(RunResult result) : InvocationResult
{
    public override object? Value
    {
        get => result.Value;
        set => result.Value = value;
    }
}
