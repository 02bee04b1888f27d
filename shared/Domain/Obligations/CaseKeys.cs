using System.Security.Cryptography;
using System.Text;

namespace EntCredit.Domain.Obligations;

/// <summary>Ids of cases: derived, so that what begins a case again finds the case that it began before.</summary>
public static class CaseKeys
{
    private const int Bytes = 10;

    /// <summary>The id of what a department begins: by its key, or else by the content. Personal data is never part of it.</summary>
    /// <param name="kind">The kind of case.</param>
    /// <param name="department">Who begins it.</param>
    /// <param name="key">The caller's key, or null.</param>
    /// <param name="content">What tells it from another.</param>
    public static string Of(string kind, string department, string? key, params IEnumerable<string?> content)
    {
        IEnumerable<string?> parts = key is null ? [kind, department, "content", .. content] : [kind, department, "key", key];
        var text = string.Join('\n', parts.Select(part => $"{part?.Length ?? -1}:{part}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
    }
}
