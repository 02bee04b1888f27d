using EntCredit.LocalRuntime.Worker.Middleware;

namespace EntCredit.LocalRuntime.Worker.Invocation;

/// <summary>The middleware of the application around the function.</summary>
internal sealed class FunctionPipeline(IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
{
    public FunctionExecutionDelegate Run { get; } =
        middleware.Reverse().Aggregate((FunctionExecutionDelegate)FunctionExecutor.ExecuteAsync, (next, wrap) => wrap(next));
}
