using EntCredit.Functions.Uploads;

namespace EntCredit.Functions.Tests.Uploads;

public sealed class UploadNameTests
{
    [Theory]
    [InlineData("permits.csv", true)]
    [InlineData("许可 2020年7月.XLSX", true)]
    [InlineData("a.b.txt", true)]
    [InlineData("", false)]
    [InlineData(".csv", false)]
    [InlineData("a", false)]
    [InlineData("a.zip", true)]
    [InlineData("a.jsonl", true)]
    [InlineData("a.rar", false)]
    [InlineData("../a.csv", false)]
    [InlineData("a\\b.csv", false)]
    [InlineData("a%2Fb.csv", false)]
    [InlineData("a?b.csv", false)]
    [InlineData("a\u0000.csv", false)]
    [InlineData(" a.csv", false)]
    public void IsUsable_OfAName_IsAFilesNameAlone(string name, bool usable) => Assert.Equal(usable, UploadName.IsUsable(name));

    [Fact]
    public void IsUsable_OfALongName_EndsAtTheLimit()
    {
        Assert.True(UploadName.IsUsable(new string('a', 116) + ".csv"));
        Assert.False(UploadName.IsUsable(new string('a', 117) + ".csv"));
    }

    [Fact]
    public void BlobOf_TheSameFileInTwoCalls_IsTwoBlobs()
    {
        var blobs = new[] { "1", "2" }.Select(call => UploadName.BlobOf("d", "permit", "a.csv", call)).ToList();

        Assert.NotEqual(blobs[0], blobs[1]);
        Assert.All(blobs, blob => Assert.Matches("^d/permit/[0-9a-f]{16}-a\\.csv$", blob));
    }
}
