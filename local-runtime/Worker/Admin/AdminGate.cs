using System.Net;
using EntCredit.LocalRuntime.Worker.Hosting;
using EntCredit.LocalRuntime.Worker.Http;
using Microsoft.AspNetCore.Http;

namespace EntCredit.LocalRuntime.Worker.Admin;

/// <summary>
/// Who may administer this host: only who sits at the machine. A request from another address, through a proxy, by another host name or by a page
/// of a browser is not found. Where a master key is set, it is asked for instead.
/// </summary>
internal sealed class AdminGate(HostSettings settings, FunctionKeys keys)
{
    public async ValueTask<object?> AdmitAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        settings.MasterKey is not null && !keys.Admits(call.HttpContext.Request, AuthorizationLevel.Admin) ? TypedResults.Unauthorized()
        : settings.MasterKey is null && !IsOfThisMachine(call.HttpContext) ? TypedResults.NotFound()
        : await next(call);

    private static bool IsOfThisMachine(HttpContext http)
    {
        IHeaderDictionary headers = http.Request.Headers;
        string host = http.Request.Host.Host.Trim('[', ']');
        return http.Connection.RemoteIpAddress is { } from
            && IPAddress.IsLoopback(from)
            && (host == "localhost" || (IPAddress.TryParse(host, out IPAddress? named) && IPAddress.IsLoopback(named)))
            && !headers.ContainsKey("X-Forwarded-For")
            && !headers.ContainsKey("Forwarded")
            && !headers.ContainsKey("Origin");
    }
}
