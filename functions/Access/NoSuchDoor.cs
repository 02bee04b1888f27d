using EntCredit.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Access;

/// <summary>Answers what no other function answers: an unknown route, an unknown method, and OPTIONS.</summary>
public sealed class NoSuchDoor
{
    /// <summary>The route that every other goes before.</summary>
    public const string Route = "{*path}";

    /// <summary>404 where nothing is; 405 with Allow where another method would be taken; 204 with Allow for OPTIONS.</summary>
    [Function("NoSuchDoor")]
    [Public]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = Route)] HttpRequest request)
    {
        var methods = Door.MethodsAt(request.Path);
        if (methods.Count == 0) return Problems.Of(AccessErrors.NoSuchRoute);
        request.HttpContext.Response.Headers.Allow = string.Join(", ", methods.Append(HttpMethods.Options));
        return HttpMethods.IsOptions(request.Method) ? Results.NoContent() : Problems.Of(AccessErrors.MethodNotAllowed, string.Join("、", methods));
    }
}
