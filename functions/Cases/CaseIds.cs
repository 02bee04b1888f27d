using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EntCredit.Domain.Obligations;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Cases;

/// <summary>Ids of cases: derived, so that a repeated request finds the case that the first one began.</summary>
public static partial class CaseIds
{
    /// <summary>The header by which a caller names a request of its own.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private const int LongestKey = 200;

    /// <summary>Whether a text can be a case's id.</summary>
    public static bool IsId(string id) => Shape().IsMatch(id);

    /// <summary>The caller's key, or null where it gave none.</summary>
    public static string? KeyOf(HttpRequest request) =>
        request.Headers[KeyHeader] is [{ Length: > 0 and <= LongestKey } key] ? key : null;

    /// <summary>The id of what a department begins: by its key, or else by the content. Personal data is never part of it.</summary>
    /// <param name="kind">The kind of case.</param>
    /// <param name="department">Who begins it.</param>
    /// <param name="key">The caller's key, or null.</param>
    /// <param name="content">What tells it from another.</param>
    public static string Of(string kind, string department, string? key, params IEnumerable<string?> content) => CaseKeys.Of(kind, department, key, content);

    /// <summary>The SHA-256 of a text's UTF-8 bytes, lower-case hex.</summary>
    public static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("^[0-9a-f]{20}$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
