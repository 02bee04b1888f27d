using EntCredit.LocalRuntime.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.LocalRuntime.Worker;

/// <summary>Builds the pipeline around functions.</summary>
public interface IFunctionsWorkerApplicationBuilder
{
    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>Adds to the pipeline; the first added is the outermost.</summary>
    IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware);
}
