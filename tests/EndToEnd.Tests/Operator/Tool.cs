using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.EndToEnd.Tests.Operator;

/// <summary>The command line tool as the operator runs it.</summary>
internal static class Tool
{
    /// <summary>Who operates in Jieshou.</summary>
    public const string Key = "dev-" + Doors.Supervision;

    /// <summary>Runs a verb. Its exit code, what it answered and what it said of what went wrong.</summary>
    /// <param name="key">The key in the environment; null for none.</param>
    /// <param name="arguments">The verb and what belongs to it.</param>
    public static async Task<(int Exit, string Said, string Wrong)> RunAsync(string? key, params IEnumerable<string> arguments)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("dotnet", [Repository.Program(Path.Combine("tools", "entcredit"), "entcredit"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment.Remove("ENTCREDIT_KEY");
        if (key is not null) start.Environment["ENTCREDIT_KEY"] = key;
        using var process = Process.Start(start)!;
        var wrong = process.StandardError.ReadToEndAsync(cancellation);
        var said = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, said.Trim(), (await wrong).Trim());
    }

    /// <summary>Runs a verb that must end well. Its JSON.</summary>
    public static async Task<JsonNode> JsonAsync(params IEnumerable<string> arguments)
    {
        var (exit, said, wrong) = await RunAsync(Key, [.. arguments, "--format", "json"]);
        Assert.True(exit == 0, $"{exit}: {said}{wrong}");
        return JsonNode.Parse(said)!;
    }
}
