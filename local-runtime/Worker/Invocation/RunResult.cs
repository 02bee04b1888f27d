namespace EntCredit.LocalRuntime.Worker.Invocation;

/// <summary>Where a run's result lies until its trigger takes it: a feature of the run.</summary>
internal sealed class RunResult
{
    public object? Value { get; set; }

    public static RunResult Of(FunctionContext context) =>
        context.Features.Get<RunResult>() ?? throw new InvalidOperationException("The context is not one of a run.");
}
