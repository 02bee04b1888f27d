using System.Diagnostics;
using EntCredit.LocalRuntime.Worker.Hosting;
using EntCredit.LocalRuntime.Worker.Indexing;
using EntCredit.LocalRuntime.Worker.Invocation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Worker.Http;

/// <summary>Serves the HTTP functions. An unknown route and an unknown method are both 404, as the Functions host has it.</summary>
internal sealed class HttpEndpoints(
    FunctionIndex index,
    FunctionRunner runner,
    FunctionKeys keys,
    HostSettings host,
    IConfiguration settings,
    ILogger<HttpEndpoints> logger
)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach ((FunctionEntry function, HttpTriggerAttribute trigger) in index.With<HttpTriggerAttribute>())
        {
            HttpRoute route = HttpRoute.Of(function.Name, trigger, settings, host.RoutePrefix);
            IEndpointConventionBuilder endpoint = routes.Map(route.Pattern, http => ServeAsync(http, function, trigger.AuthLevel, route));
            endpoint.WithDisplayName(function.Name);
            if (trigger.Methods is { Length: > 0 } methods)
                endpoint.WithMetadata(new HttpMethodMetadata(methods));
        }
    }

    /// <summary>Turns routing's 405 into the 404 that the Functions host gives.</summary>
    public static async Task HideMethodsAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.DisplayName == "405 HTTP Method Not Supported")
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            await next(http);
    }

    private async Task ServeAsync(HttpContext http, FunctionEntry function, AuthorizationLevel level, HttpRoute route)
    {
        if (!keys.Admits(http.Request, level))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in route.ParameterNames)
            data[name] = http.Request.RouteValues.GetValueOrDefault(name);
        try
        {
            await runner.RunAsync(
                function,
                // ASP.NET Core starts an activity only where somebody listens.
                new Trigger(http.Request, data) { TraceParent = Activity.Current is null ? http.Request.Headers.TraceParent : default(string) },
                http.RequestAborted,
                context => context.Features.Set(http)
            );
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to answer.
        }
        catch (Exception) when (!http.Response.HasStarted)
        {
            // Logged where it ran; what went wrong inside is nobody's business outside.
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
        catch (Exception e)
        {
            logger.LogWarning("The answer of {Function} had begun when it failed ({Reason}); the connection is cut.", function.Name, e.GetType().Name);
            http.Abort();
        }
    }
}
