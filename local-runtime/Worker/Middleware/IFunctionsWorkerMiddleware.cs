namespace EntCredit.LocalRuntime.Worker.Middleware;

/// <summary>Runs around every function of every trigger. One instance serves all runs.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Does its work around <paramref name="next"/>.</summary>
    /// <param name="context">The run.</param>
    /// <param name="next">The rest of the pipeline.</param>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
