using EntCredit.LocalRuntime.Worker.Http;
using Microsoft.AspNetCore.Http;

namespace EntCredit.LocalRuntime.Worker;

/// <summary>The ASP.NET Core side of a run.</summary>
public static class FunctionContextExtensions
{
    /// <summary>
    /// The request and response of an HTTP function, or null. It is there for middleware that was added after
    /// <c>ConfigureFunctionsWebApplication</c>.
    /// </summary>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(HttpFunctionMiddleware.HttpContextKey, out object? value) ? value as HttpContext : null;
}
