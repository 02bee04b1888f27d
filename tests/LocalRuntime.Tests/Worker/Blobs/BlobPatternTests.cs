using EntCredit.LocalRuntime.Worker.Blobs;
using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Tests.Worker.Blobs;

public sealed class BlobPatternTests
{
    private static readonly IConfiguration Settings = new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Container"] = "uploads" })
        .Build();

    private static BlobPattern Of(string path) => BlobPattern.Of(new BlobTriggerAttribute(path), Settings);

    [Theory]
    [InlineData("uploads/{name}", "a/b.csv", "a/b.csv")]
    [InlineData("uploads", "a/b.csv", "a/b.csv")]
    [InlineData("uploads/{d}/{f}", "a/b/c.csv", "a/b|c.csv")]
    [InlineData("uploads/in/{name}.{ext}", "in/a.b.csv", "a.b|csv")]
    [InlineData("%Container%/x-{id}", "x-7", "7")]
    public void Match_NameFits_CapturesAsTheModelDoes(string path, string name, string captured)
    {
        BlobPattern pattern = Of(path);
        var data = pattern.Match(name)!;
        Assert.Equal(captured, string.Join('|', pattern.CaptureNames.Select(n => data[n])));
        Assert.Equal($"uploads/{name}", data["BlobTrigger"]);
        Assert.StartsWith(pattern.Prefix, name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uploads/in/{name}.csv", "in/a.txt")]
    [InlineData("uploads/in/{name}", "IN/a")]
    [InlineData("uploads/{d}/{f}", "a")]
    public void Match_NameDoesNotFit_IsNull(string path, string name) => Assert.Null(Of(path).Match(name));

    [Theory]
    [InlineData("{container}/{name}")]
    [InlineData("Uploads/{name}")]
    [InlineData("uploads/{a}/{a}")]
    [InlineData("uploads/{a")]
    [InlineData("uploads/{a.b}")]
    public void Of_NoPath_IsRefused(string path) => Assert.Throws<StartupException>(() => Of(path));
}
