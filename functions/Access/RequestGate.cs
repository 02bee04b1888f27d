using EntCredit.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace EntCredit.Functions.Access;

/// <summary>What a request may weigh and bring, before anybody asks whose it is.</summary>
public sealed class RequestGate : IFunctionsWorkerMiddleware
{
    /// <summary>The most characters of path and query.</summary>
    public const int MostUrl = 4096;

    /// <summary>The most bytes of all headers.</summary>
    public const int MostHeaders = 16 * 1024;

    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http || !Door.All.TryGetValue(context.FunctionDefinition.EntryPoint, out var door))
        {
            await next(context);
            return;
        }

        if (Refusal(http, door) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }

        // Held while the body streams: a body that names no length, or a wrong one, is stopped at the limit.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = door.BodyLimit;
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            var answer = bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Problems.Of(AccessErrors.BodyTooBig, door.BodyLimit)
                : Problems.Of(AccessErrors.RequestIllegible);
            await answer.ExecuteAsync(http);
        }
    }

    private static IResult? Refusal(HttpContext http, Door door)
    {
        var request = http.Request;
        if (request.Path.Value?.Length + request.QueryString.Value?.Length > MostUrl) return Problems.Of(AccessErrors.UrlTooLong, MostUrl);
        if (request.Headers.Sum(header => header.Key.Length + header.Value.Sum(value => value?.Length ?? 0)) > MostHeaders)
            return Problems.Of(AccessErrors.HeadersTooBig, MostHeaders);
        if (request.ContentLength > door.BodyLimit) return Problems.Of(AccessErrors.BodyTooBig, door.BodyLimit);
        return door.IsLast || !Bodies.HasBody(http.Request) || IsTaken(request, door)
            ? null
            : Problems.Of(AccessErrors.ContentType, string.Join("、", door.BodyTypes));
    }

    private static bool IsTaken(HttpRequest request, Door door) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && door.BodyTypes.Contains(type.MediaType.Value ?? "", StringComparer.OrdinalIgnoreCase)
        && (type.MediaType != "application/json" || !type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
