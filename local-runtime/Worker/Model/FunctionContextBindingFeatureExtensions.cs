using EntCredit.LocalRuntime.Worker.Invocation;

namespace EntCredit.LocalRuntime.Worker;

/// <summary>The result of a run.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>The result of the run, to read or replace after <c>next</c>.</summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context) => new CurrentResult(RunResult.Of(context));

    /// <summary>The result of the run as a type.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public static InvocationResult<T> GetInvocationResult<T>(this FunctionContext context)
    {
        RunResult result = RunResult.Of(context);
        return result.Value is T
            ? new CurrentResult<T>(result)
            : throw new InvalidOperationException($"The result is a {result.Value?.GetType()}, not a {typeof(T)}.");
    }
}
