using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Http;

/// <summary>A stream's version, the number of its events, as an ETag (RFC 9110 8.8.3): who writes may say which state it has seen.</summary>
public static class VersionTag
{
    /// <summary>Puts the version on the answer.</summary>
    public static void Set(HttpRequest request, long version) =>
        request.HttpContext.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that the caller has seen, by <c>If-Match</c>; null where it names none. What cannot be read is a version that never was.</summary>
    public static long? Expected(HttpRequest request)
    {
        var given = request.Headers.IfMatch.ToString().Trim();
        if (given is "" or "*") return null;
        return given is ['"', .. var tag, '"'] && long.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
    }

    /// <summary>Whether the request insists on another version than this.</summary>
    public static bool IsStale(HttpRequest request, long version) => Expected(request) is { } seen && seen != version;
}
