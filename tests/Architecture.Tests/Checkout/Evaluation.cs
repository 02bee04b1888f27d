using System.Diagnostics;
using System.Text.Json.Nodes;

namespace EntCredit.Architecture.Tests.Checkout;

/// <summary>A project as MSBuild evaluates it, for one of the two runtimes.</summary>
internal sealed record Evaluation(IReadOnlyList<string> Projects, IReadOnlyDictionary<string, string> Packages)
{
    /// <summary>Evaluates a project.</summary>
    /// <param name="project">Its path from the root.</param>
    /// <param name="runtime">The runtime, or null for the default.</param>
    public static Evaluation Of(string project, string? runtime = null)
    {
        string[] items = ["-getItem:PackageReference", "-getItem:ProjectReference"];
        var (code, said) = MsBuild([project, .. items, .. runtime is null ? [] : new[] { "-p:EntCreditRuntime=" + runtime }]);
        Assert.True(code == 0, said);
        var found = JsonNode.Parse(said)!["Items"]!;
        return new Evaluation(
            [.. Items(found, "ProjectReference").Select(item => Path.GetFileNameWithoutExtension((string)item["Identity"]!))],
            Items(found, "PackageReference").ToDictionary(item => (string)item["Identity"]!, item => (string?)item["CentralVersion"] ?? "?", StringComparer.Ordinal));
    }

    /// <summary>Runs MSBuild in the root. Its exit code and what it said.</summary>
    public static (int Code, string Said) MsBuild(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", "-nologo", .. arguments])
        {
            WorkingDirectory = Sources.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + errors.Result);
    }

    private static IEnumerable<JsonNode> Items(JsonNode found, string name) => (found[name] as JsonArray)?.Select(item => item!) ?? [];
}
