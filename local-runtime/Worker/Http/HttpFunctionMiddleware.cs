using EntCredit.LocalRuntime.Worker.Invocation;
using EntCredit.LocalRuntime.Worker.Middleware;
using Microsoft.AspNetCore.Http;

namespace EntCredit.LocalRuntime.Worker.Http;

/// <summary>
/// Hands the request to what comes after it in the pipeline and executes the result that comes back, be it the function's or a middleware's.
/// </summary>
internal static class HttpFunctionMiddleware
{
    public const string HttpContextKey = "HttpRequestContext";

    public static FunctionExecutionDelegate Around(FunctionExecutionDelegate next) =>
        context => context.Features.Get<HttpContext>() is { } http ? ServeAsync(context, http, next) : next(context);

    private static async Task ServeAsync(FunctionContext context, HttpContext http, FunctionExecutionDelegate next)
    {
        context.Items[HttpContextKey] = http;
        IServiceProvider outer = http.RequestServices;
        http.RequestServices = context.InstanceServices;
        try
        {
            await next(context);
            if (RunResult.Of(context).Value is IResult result)
                await result.ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = outer;
        }
    }
}
