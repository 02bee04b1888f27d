using System.Diagnostics;
using EntCredit.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions;

/// <summary>What no function expected: logged with its trace, answered as a numbered problem without particulars. Other triggers keep their retries.</summary>
public sealed class UnexpectedErrors(ILogger<UnexpectedErrors> logger) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception unexpected) when (context.GetHttpContext() is { Response.HasStarted: false } http)
        {
            if (http.RequestAborted.IsCancellationRequested) return;
            logger.LogError(unexpected, "{Function} failed, trace {Trace}", context.FunctionDefinition.Name, Activity.Current?.TraceId);
            await Problems.Of(SystemErrors.Unexpected, Activity.Current?.TraceId.ToString()).ExecuteAsync(http);
        }
    }
}
