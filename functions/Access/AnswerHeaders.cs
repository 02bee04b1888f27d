using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace EntCredit.Functions.Access;

/// <summary>What every answer tells a browser, errors included, and whom it may be shown to across origins. A function may replace what is set here.</summary>
public sealed class AnswerHeaders(IConfiguration configuration) : IFunctionsWorkerMiddleware
{
    private const string Hsts = "max-age=31536000; includeSubDomains";
    private const string AllowedHeaders = "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Api-Key, X-Purpose, traceparent";
    private const string ExposedHeaders = "ETag, Location, Retry-After";

    private readonly HashSet<string> origins = OriginsOf(configuration["EntCredit:Cors:Origins"]);

    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        Describe(http, Door.All.GetValueOrDefault(context.FunctionDefinition.EntryPoint));
        if (!Cross(http)) await next(context);
    }

    private static void Describe(HttpContext http, Door? door)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = ContentPolicy.Text;
        if (door?.Rule.Anybody != true) headers.CacheControl = "no-store";
        if (http.Request.IsHttps || http.Request.Headers["X-Forwarded-Proto"] == "https") headers.StrictTransportSecurity = Hsts;
    }

    // True where the request was a preflight and is answered.
    private bool Cross(HttpContext http)
    {
        if (origins.Count == 0) return false;
        var headers = http.Response.Headers;
        headers.Vary = "Origin";
        if (http.Request.Headers.Origin is not [{ } origin] || !origins.Contains(origin)) return false;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = ExposedHeaders;
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (!HttpMethods.IsOptions(http.Request.Method) || http.Request.Headers.AccessControlRequestMethod.Count == 0) return false;
        headers.AccessControlAllowMethods = string.Join(", ", Door.MethodsAt(http.Request.Path));
        headers.AccessControlAllowHeaders = AllowedHeaders;
        headers.AccessControlMaxAge = "600";
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return true;
    }

    private static HashSet<string> OriginsOf(string? setting)
    {
        var given = (setting ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var origin in given)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.GetLeftPart(UriPartial.Authority) != origin)
                throw new InvalidOperationException($"The setting EntCredit__Cors__Origins has '{origin}': an origin is like https://apps.example.");
        }

        return new HashSet<string>(given, StringComparer.Ordinal);
    }
}
