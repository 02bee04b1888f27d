using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Http;

/// <summary>A stream's version as an ETag (RFC 9110 8.8.3): who writes may say which state he has seen.</summary>
public static class VersionTag
{
    /// <summary>Whether the request insists, by <c>If-Match</c>, on another version than this.</summary>
    public static bool IsStale(HttpRequest request, long version) =>
        request.Headers.IfMatch.ToString() is { Length: > 0 } wanted && wanted != "*" && !wanted.Split(',', StringSplitOptions.TrimEntries).Contains(Of(version));

    /// <summary>Puts the version on the answer.</summary>
    public static void Set(HttpRequest request, long version) => request.HttpContext.Response.Headers.ETag = Of(version);

    private static string Of(long version) => "\"" + version.ToString(CultureInfo.InvariantCulture) + "\"";
}
