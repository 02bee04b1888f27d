using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace EntCredit.LocalRuntime.Worker.Hosting;

/// <summary>host.json and local.settings.json: from FUNCTIONS_APPLICATION_DIRECTORY, else the working directory, else the program's folder.</summary>
internal sealed record ApplicationFiles(string? HostJson, IReadOnlyDictionary<string, string?> LocalValues)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads the files and puts the Values of local.settings.json below the environment variables, as the Core Tools do.</summary>
    public static ApplicationFiles AddTo(ConfigurationManager configuration)
    {
        string[] folders = configuration["FUNCTIONS_APPLICATION_DIRECTORY"] is { Length: > 0 } given
            ? [given]
            : [Directory.GetCurrentDirectory(), AppContext.BaseDirectory];
        Dictionary<string, string?> values = Find(folders, "local.settings.json") is { } path ? ReadValues(path) : [];
        var source = new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = values };
        IList<IConfigurationSource> sources = configuration.Sources;
        int environment = 0;
        for (int i = 0; i < sources.Count; i++)
            if (sources[i] is EnvironmentVariablesConfigurationSource { Prefix: null or "" })
                environment = i;
        sources.Insert(environment, source);
        return new(Find(folders, "host.json"), values);
    }

    private static string? Find(string[] folders, string name) =>
        folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);

    private static Dictionary<string, string?> ReadValues(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
            if (document.RootElement.TryGetProperty("Values", out JsonElement section))
                foreach (JsonProperty property in section.EnumerateObject())
                    values[property.Name.Replace("__", ":", StringComparison.Ordinal)] = property.Value.ToString();
            return values;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new StartupException($"{path} is not a settings file: {e.Message}", e);
        }
    }
}
