using System.Text;
using System.Text.RegularExpressions;
using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Worker.Blobs;

/// <summary>The path of a blob trigger: a container, and a pattern of names that captures.</summary>
/// <param name="Container">The container's name.</param>
/// <param name="Prefix">What every matching name begins with.</param>
/// <param name="CaptureNames">The names captured, in order.</param>
internal sealed partial record BlobPattern(string Container, string Prefix, IReadOnlyList<string> CaptureNames)
{
    private Regex Names { get; init; } = null!;

    /// <exception cref="StartupException">The path is none.</exception>
    public static BlobPattern Of(BlobTriggerAttribute trigger, IConfiguration settings)
    {
        string path = SettingExpression.Resolve(trigger.BlobPath, settings);
        int slash = path.IndexOf('/', StringComparison.Ordinal);
        string container = slash < 0 ? path : path[..slash];
        string pattern = slash < 0 || slash == path.Length - 1 ? "{name}" : path[(slash + 1)..];
        if (!ContainerName().IsMatch(container))
            throw new StartupException($"the blob path '{path}' does not begin with the name of a container");

        string[] names = [.. Capture().Matches(pattern).Select(m => m.Groups["name"].Value)];
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Length)
            throw new StartupException($"the blob path '{path}' captures a name twice");
        string literals = Capture().Replace(pattern, "");
        if (literals.Contains('{', StringComparison.Ordinal) || literals.Contains('}', StringComparison.Ordinal))
            throw new StartupException($"the blob path '{path}' has a brace that is not around a name");
        int first = pattern.IndexOf('{', StringComparison.Ordinal);
        return new(container, first < 0 ? pattern : pattern[..first], names) { Names = ToRegex(pattern) };
    }

    /// <summary>What a name captures, or null where it does not match.</summary>
    public IReadOnlyDictionary<string, object?>? Match(string name)
    {
        Match match = Names.Match(name);
        if (!match.Success)
            return null;
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["blobTrigger"] = $"{Container}/{name}" };
        foreach (string capture in CaptureNames)
            data[capture] = match.Groups[capture].Value;
        return data;
    }

    /// <summary>Whether a name matches.</summary>
    public bool IsMatch(string name) => Names.IsMatch(name);

    // Greedy, as the WebJobs SDK's own expression is.
    private static Regex ToRegex(string pattern)
    {
        var text = new StringBuilder("^");
        int at = 0;
        foreach (Match capture in Capture().Matches(pattern))
        {
            text.Append(Regex.Escape(pattern[at..capture.Index])).Append("(?<").Append(capture.Groups["name"].Value).Append(">.*)");
            at = capture.Index + capture.Length;
        }
        text.Append(Regex.Escape(pattern[at..])).Append('$');
        return new(text.ToString(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    [GeneratedRegex("^[a-z0-9$](?:[a-z0-9-]{1,61}[a-z0-9])$", RegexOptions.CultureInvariant)]
    private static partial Regex ContainerName();

    [GeneratedRegex(@"\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Capture();
}
