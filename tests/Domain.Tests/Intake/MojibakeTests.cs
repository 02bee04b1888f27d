using System.Text;
using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Tests.Intake;

public sealed class MojibakeTests
{
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("企业名称")]
    [InlineData("统一社会信用代码")]
    [InlineData("行政许可决定文书号")]
    [InlineData("界首示例商贸有限公司（一分店）")]
    public void Undone_Utf8TakenForGbk_IsTold(string meant) =>
        Assert.StartsWith(meant[..3], Mojibake.Undone(Gb.GetString(Encoding.UTF8.GetBytes(meant))), StringComparison.Ordinal);

    [Theory]
    [InlineData("企业名称")]
    [InlineData("界首示例商贸有限公司")]
    public void Undone_TakenForLatin_IsTold(string meant)
    {
        Assert.Equal(meant, Mojibake.Undone(Western.GetString(Encoding.UTF8.GetBytes(meant))));
        Assert.Equal(meant, Mojibake.Undone(Western.GetString(Gb.GetBytes(meant))));
        Assert.Equal(meant, Mojibake.Undone(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(meant))));
    }

    [Theory]
    [InlineData("企业名称")]
    [InlineData("浼佷")]
    [InlineData("鑫淼焱垚商贸有限公司")]
    [InlineData("Société Générale (Chine)")]
    [InlineData("Ä Ö Ü GmbH")]
    [InlineData("锟斤拷锟斤拷")]
    [InlineData("91349999MA2N0001XN")]
    [InlineData("")]
    [InlineData("闽侯县鸿尾乡")]
    public void Undone_RealText_IsNone(string text) => Assert.Null(Mojibake.Undone(text));

    [Fact]
    public void Undone_EveryPairOfCommonCharacters_IsNone()
    {
        // The characters of GB 2312's first level, in rows of eight: no text of them may be taken for mojibake.
        var level1 = Enumerable.Range(0xB0, 0x28).SelectMany(lead => Enumerable.Range(0xA1, 94).Select(trail => Gb.GetString([(byte)lead, (byte)trail]))).ToList();
        foreach (var chunk in level1.Chunk(8)) Assert.Null(Mojibake.Undone(string.Concat(chunk)));
    }
}
