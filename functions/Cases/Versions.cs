using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Cases;

/// <summary>A case's version as an ETag: the number of its events.</summary>
public static class Versions
{
    /// <summary>Tells the version with the answer.</summary>
    public static void Tell(HttpRequest request, long version) =>
        request.HttpContext.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that the caller saw: of If-Match; null where it names none. What cannot be read is a version that never was.</summary>
    public static long? Expected(HttpRequest request)
    {
        var given = request.Headers.IfMatch.ToString().Trim();
        if (given is "" or "*") return null;
        return long.TryParse(given.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
    }
}
