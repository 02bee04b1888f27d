namespace EntCredit.LocalRuntime.Worker.Middleware;

/// <summary>The rest of a run's pipeline.</summary>
/// <param name="context">The run.</param>
public delegate Task FunctionExecutionDelegate(FunctionContext context);
