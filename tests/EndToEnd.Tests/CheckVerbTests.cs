using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using EntCredit.EndToEnd.Tests.Running;
using EntCredit.Samples;

namespace EntCredit.EndToEnd.Tests;

/// <summary>What a department is told of a file before it sends it.</summary>
public sealed class CheckVerbTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_OfAGoodAndABadRow_SaysWhatAnUploadWould()
    {
        var good = PermitFile.For(Enterprises.Name(1), Enterprises.Code(1), "查");
        var bad = Encoding.UTF8.GetString(PermitFile.For(Enterprises.Name(2), Codes.Credit(2)[..17] + "*", "验")).Split("\r\n")[1];

        var (exit, said) = await RunAsync("good.csv", [.. good, .. Encoding.UTF8.GetBytes(bad + "\r\n")], "--item", "permit", "--format", "json");

        var result = JsonNode.Parse(said)!;
        Assert.Equal((1, 2, 1, 1), (exit, (int)result["rows"]!, (int)result["accepted"]!, (int)result["refused"]!));
        var error = Assert.Single(result["errors"]!.AsArray(), found => (string?)found!["severity"] == "error")!;
        Assert.Equal(3, (int)error["line"]!);
        foreach (var part in new[] { "column", "value", "code", "message" }) Assert.NotEmpty((string)error[part]!);
    }

    [Fact]
    public async Task Check_OfAGoodFile_EndsWell()
    {
        var (exit, said) = await RunAsync("good.csv", PermitFile.Of(3, "好"), "--item", "permit");

        Assert.Equal(0, exit);
        Assert.Contains("共3行：可接收3，退回0", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty.csv", "", "EC3001", 1)]
    [InlineData("odd.exe", "x", "EC3003", 1)]
    public async Task Check_OfWhatIsNoTable_SaysWhy(string name, string content, string code, int expected)
    {
        var (exit, said) = await RunAsync(name, Encoding.UTF8.GetBytes(content), "--item", "permit", "--format", "json");

        Assert.Equal((expected, code), (exit, (string?)JsonNode.Parse(said)!["refusal"]!["code"]));
    }

    private static async Task<(int Exit, string Said)> RunAsync(string name, byte[] content, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("entcredit-check-");
        try
        {
            var file = Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(file, content, Cancellation);
            var start = new ProcessStartInfo("dotnet", [Repository.Program(Path.Combine("tools", "entcredit"), "entcredit"), "check", file, .. arguments])
            {
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            };
            using var process = Process.Start(start)!;
            var said = await process.StandardOutput.ReadToEndAsync(Cancellation);
            await process.WaitForExitAsync(Cancellation);
            return (process.ExitCode, said);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
