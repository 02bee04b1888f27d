namespace EntCredit.LocalRuntime.Worker.Invocation;

internal sealed class CurrentResult<T>(RunResult result) : InvocationResult<T>
{
    public override T? Value
    {
        get => (T?)result.Value;
        set => result.Value = value;
    }
}
