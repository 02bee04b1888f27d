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

        var result = JsonNode.Parse(said)!;
        Assert.Equal((expected, code), (exit, (string?)result["refusal"]!["code"]));
        Assert.Equal((code, "error"), ((string?)Assert.Single(result["errors"]!.AsArray())!["code"], (string?)result["errors"]![0]!["severity"]));
    }

    [Theory]
    [InlineData("a.json")]
    [InlineData("a.zip")]
    public async Task Check_OfOtherFormats_SaysTheSame(string name)
    {
        var csv = PermitFile.Of(3, "式");
        var bytes = name == "a.json" ? PermitFile.AsJson(csv) : Zip(csv);

        var (exit, said) = await RunAsync(name, bytes, "--item", "permit", "--format", "json");

        var result = JsonNode.Parse(said)!;
        Assert.Equal((0, 3, 3, 0), (exit, (int)result["rows"]!, (int)result["accepted"]!, (int)result["refused"]!));
        Assert.Equal("2018", (string?)result["header"]!["layout"]);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("Permit")]
    public async Task Check_OfAnUnknownItem_IsABadArgument(string item) =>
        Assert.Equal(2, (await RunAsync("good.csv", PermitFile.Of(1, "错"), "--item", item)).Exit);

    [Fact]
    public async Task Template_OfAnItem_IsAWorkbookThatChecksAsItself()
    {
        var path = Path.Combine(Path.GetTempPath(), $"entcredit-template-{Environment.ProcessId}.xlsx");
        try
        {
            Assert.Equal(0, await EntCreditAsync("template", "--item", "penalty", "--layout", "2015", "--out", path));
            Assert.Equal(1, await EntCreditAsync("check", path, "--item", "penalty"));
            Assert.Equal(2, await EntCreditAsync("template", "--item", "penalty", "--layout", "1999"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<int> EntCreditAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Repository.Program(Path.Combine("tools", "entcredit"), "entcredit"), .. arguments]) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return process.ExitCode;
    }

    private static byte[] Zip(byte[] csv)
    {
        using var stream = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("许可.csv").Open();
            entry.Write(csv);
        }

        return stream.ToArray();
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
