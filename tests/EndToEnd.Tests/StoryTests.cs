using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.EndToEnd.Tests;

/// <summary>The demonstration, as run.sh plays it.</summary>
public sealed class StoryTests
{
    private const string Begin = "2020-07-06T01:00:00Z";

    [Fact]
    public async Task Demo_OverTheSamples_EndsWithZero()
    {
        await using var town = await Town.StartAsync(Begin);
        var (code, words) = await PlayAsync(town, Repository.Samples);
        Assert.True(code == 0, words);
        Assert.Contains("每一步都如所料", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_ARowOfTheRegisterIsGone_EndsWithAnotherAndSaysWhat()
    {
        var samples = Directory.CreateTempSubdirectory("entcredit-samples-");
        try
        {
            Copy(Repository.Samples, samples.FullName);
            var register = Path.Combine(samples.FullName, "jieshou", Doors.Registrar, "register", "register.csv");
            var lines = await File.ReadAllLinesAsync(register, TestContext.Current.CancellationToken);
            await File.WriteAllLinesAsync(register, lines[..^1], TestContext.Current.CancellationToken);

            await using var town = await Town.StartAsync(Begin);
            var (code, words) = await PlayAsync(town, samples.FullName);
            Assert.Equal(1, code);
            Assert.Contains("register.csv 的行数：应为 45，实为 44", words, StringComparison.Ordinal);
        }
        finally
        {
            samples.Delete(recursive: true);
        }
    }

    private static async Task<(int Code, string Words)> PlayAsync(Town town, string samples)
    {
        await using var demo = new StartedProgram(
            Repository.Program("tools/demo", "EntCredit.Demo"),
            new Dictionary<string, string>
            {
                ["ENTCREDIT_URL"] = town.Doors.Url.ToString(),
                ["AzureWebJobsStorage"] = town.Storage,
                ["ENTCREDIT_SAMPLES"] = samples,
            });
        var code = await demo.EndAsync(TestContext.Current.CancellationToken);
        return (code, string.Join('\n', demo.Lines));
    }

    private static void Copy(string from, string to)
    {
        foreach (var folder in new[] { "jieshou", "mended", "hunan", "chongqing" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(from, folder), "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }
}
