using System.Text.RegularExpressions;

namespace EntCredit.Functions.Cases;

/// <summary>What members of bodies may hold.</summary>
internal static partial class CaseText
{
    public const int Short = 100, Long = 2000, Many = 200;

    public static bool IsShort(string? text) => text is { Length: > 0 and <= Short } && !string.IsNullOrWhiteSpace(text);

    public static bool IsLong(string? text) => text is { Length: > 0 and <= Long } && !string.IsNullOrWhiteSpace(text);

    public static bool IsDigest(string? text) => text is not null && Digest().IsMatch(text);

    public static bool AreShort(IReadOnlyList<string>? texts, int most = Many) => texts is { Count: > 0 } && texts.Count <= most && texts.All(IsShort);

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();
}
