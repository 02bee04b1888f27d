using System.Text.Json.Nodes;

namespace EntCredit.Stores.Ledger;

/// <summary>
/// How the shape of an older version is read as the next one. The stored bytes stay as they are for ever; only what is read of them is brought forward, a version at a time.
/// </summary>
internal static class EventUpcasts
{
    // Name and version as stored; what it does to the data, or null where the next version only added what may be absent.
    private static readonly Dictionary<string, Action<JsonObject>?> Steps = new(StringComparer.Ordinal)
    {
        ["subject.registered/1"] = null,
    };

    /// <summary>The versions that are read on and written no more.</summary>
    public static IReadOnlyCollection<string> Older => Steps.Keys;

    /// <summary>The name of the version after, and what is done to the data on the way; null where this version has none after it.</summary>
    public static (string Next, Action<JsonObject>? Step)? After(string name)
    {
        if (!Steps.TryGetValue(name, out var step)) return null;
        var slash = name.LastIndexOf('/');
        return ($"{name[..slash]}/{int.Parse(name.AsSpan(slash + 1), System.Globalization.CultureInfo.InvariantCulture) + 1}", step);
    }
}
