namespace EntCredit.LocalRuntime.Durable.Engine;

/// <summary>The order of orchestration versions.</summary>
internal static class VersionOrder
{
    /// <summary>No version is the oldest; dotted numbers are compared as such, anything else as text but for case.</summary>
    public static int Compare(string one, string other)
    {
        if (string.IsNullOrWhiteSpace(one) || string.IsNullOrWhiteSpace(other))
            return string.IsNullOrWhiteSpace(one) ? (string.IsNullOrWhiteSpace(other) ? 0 : -1) : 1;
        return System.Version.TryParse(one, out var a) && System.Version.TryParse(other, out var b)
            ? a.CompareTo(b)
            : string.Compare(one, other, StringComparison.OrdinalIgnoreCase);
    }
}
