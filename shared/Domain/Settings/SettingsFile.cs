using System.Text;
using System.Text.Json;

namespace EntCredit.Domain.Settings;

/// <summary>Reads JSON data files and gathers every error instead of stopping at the first.</summary>
public static class SettingsFile
{
    /// <summary>Reads one file.</summary>
    /// <param name="fileName">The name that errors carry.</param>
    /// <param name="json">Its text.</param>
    /// <param name="read">Makes the result from the root object.</param>
    /// <param name="errors">Receives what is wrong; the result counts only if nothing was added.</param>
    public static T? Read<T>(string fileName, string json, Func<SettingsObject, T> read, List<SettingsError> errors)
        where T : class
    {
        if (FaultOf(json) is { } fault)
        {
            errors.Add(new SettingsError(fileName, "$", SettingsErrors.NotJson, fault));
            return null;
        }
        using JsonDocument document = JsonDocument.Parse(json);
        return new SettingsObject(fileName, "$", document.RootElement, errors).ReadAs(read);
    }

    /// <summary>Throws if anything was found.</summary>
    /// <exception cref="SettingsException">With all of <paramref name="errors"/>.</exception>
    public static void ThrowIfAny(IReadOnlyList<SettingsError> errors)
    {
        if (errors.Count > 0)
            throw new SettingsException(errors);
    }

    /// <summary>The text of a data file that is embedded in this assembly.</summary>
    /// <param name="name">Its path below the project, e.g. <c>Jurisdictions/jieshou.json</c>.</param>
    public static string Embedded(string name)
    {
        using Stream stream = typeof(SettingsFile).Assembly.GetManifestResourceStream("EntCredit.Domain/" + name)
            ?? throw new FileNotFoundException("No such embedded data file.", name);
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The embedded data files of a folder with their texts, in the order of their names.</summary>
    /// <param name="folder">A folder below the project, e.g. <c>Jurisdictions</c>.</param>
    public static IEnumerable<(string FileName, string Json)> EmbeddedIn(string folder)
    {
        string prefix = $"EntCredit.Domain/{folder}/";
        return typeof(SettingsFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[prefix.Length..], Embedded($"{folder}/{name[prefix.Length..]}")));
    }

    /// <summary>What is wrong with the text as JSON, or null. The parser itself passes over half characters such as \ud800.</summary>
    private static string? FaultOf(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        Utf8JsonReader reader = new(bytes);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String)
                    _ = reader.GetString();
            }
            return null;
        }
        catch (JsonException e)
        {
            return SettingsErrors.NotJson.Describe(e.LineNumber + 1, e.BytePositionInLine + 1);
        }
        catch (InvalidOperationException)
        {
            ReadOnlySpan<byte> before = bytes.AsSpan(0, (int)reader.TokenStartIndex);
            return SettingsErrors.NotJson.Describe(before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
        }
    }
}
