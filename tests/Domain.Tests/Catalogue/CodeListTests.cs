using EntCredit.Domain.Catalogue;

namespace EntCredit.Domain.Tests.Catalogue;

public class CodeListTests
{
    private static readonly ResourceItem Penalty = ResourceCatalogue.Default.Find("penalty")!;
    private static readonly ResourceItem Permit = ResourceCatalogue.Default.Find("permit")!;

    [Theory]
    [InlineData("01", "普通")]
    [InlineData("1", "普通")]
    [InlineData("普通", "普通")]
    [InlineData("01普通", "普通")]
    [InlineData("01-普通", "普通")]
    [InlineData("０１", "普通")]
    [InlineData("6", "其他")]
    public void Read_CodeOrName_GivesTheName(string text, string name) => Assert.Equal(name, Permit.Field("XK_XKLB")!.CodeList!.Read(text));

    [Theory]
    [InlineData("警告", "警告")]
    [InlineData("警告;罚款", "警告；罚款")]
    [InlineData("罚款、警告", "警告；罚款")]
    [InlineData("罚款，没收违法所得、没收非法财物", "罚款；没收违法所得、没收非法财物")]
    [InlineData("没收违法所得", "没收违法所得、没收非法财物")]
    [InlineData("罚款和吊销许可证", "罚款；暂扣或者吊销许可证、暂扣或者吊销执照")]
    public void Read_SeveralPenalties_GivesThemInTheListsOrder(string text, string names) => Assert.Equal(names, Penalty.Field("CF_CFLB")!.CodeList!.Read(text));

    [Theory]
    [InlineData("罚款并游街")]
    [InlineData("罚")]
    [InlineData("、")]
    public void Read_Unknown_GivesNothing(string text) => Assert.Null(Penalty.Field("CF_CFLB")!.CodeList!.Read(text));

    [Fact]
    public void Status_TheCodeOneOfTwoLayouts_MeansOpposites()
    {
        ResourceField Status(string layout) => Permit.FieldsOf(layout).Single(f => f.Role == FieldRole.Status);
        Assert.Equal("撤销", Status("2015").CodeList!.Read("1"));
        Assert.Equal("有效", Status("2018").CodeList!.Read("1"));
    }
}
