using System.Security.Cryptography;
using System.Text;
using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.AspNetCore.Http;

namespace EntCredit.LocalRuntime.Worker.Http;

/// <summary>Whether a request carries the key that a function asks for, in <c>x-functions-key</c> or the query's <c>code</c>.</summary>
internal sealed class FunctionKeys(HostSettings settings)
{
    public bool Admits(HttpRequest request, AuthorizationLevel level)
    {
        if (level == AuthorizationLevel.Anonymous)
            return true;
        string? given = request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault();
        return Same(given, settings.MasterKey) || (level == AuthorizationLevel.Function && Same(given, settings.FunctionKey));
    }

    private static bool Same(string? given, string? wanted) =>
        given is not null
        && wanted is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(wanted));
}
