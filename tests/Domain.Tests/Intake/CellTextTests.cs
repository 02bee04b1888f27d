using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Tests.Intake;

public class CellTextTests
{
    [Theory]
    [InlineData("— —")]
    [InlineData("--")]
    [InlineData("-")]
    [InlineData("/")]
    [InlineData("无")]
    [InlineData("N/A")]
    [InlineData("n/a")]
    [InlineData("NULL")]
    [InlineData("　")]
    [InlineData("（无）")]
    [InlineData("\uFEFF")]
    public void Of_HabitsOfNothing_IsEmpty(string cell) => Assert.Equal("", CellText.Of(cell).Text);

    [Theory]
    [InlineData("无锡路商行", "无锡路商行")]
    [InlineData("  a b　", "a b")]
    [InlineData("'=1+1", "=1+1")]
    [InlineData("'-5", "-5")]
    [InlineData("'914403001922038216", "914403001922038216")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("第一行\r\n第二行", "第一行\n第二行")]
    [InlineData("零\u200B宽", "零宽")]
    [InlineData("锟", "锟")]
    public void Of_Content_IsKept(string cell, string text) => Assert.Equal(new CellText(text, false, false), CellText.Of(cell));

    [Fact]
    public void Of_ControlCharacters_AreDroppedAndTold() => Assert.Equal(new CellText("ab", true, false), CellText.Of("a\0b\u0007"));

    [Theory]
    [InlineData("界首\uFFFD公司")]
    [InlineData("界首锟斤拷公司")]
    public void Of_LostCharacters_AreTold(string cell) => Assert.True(CellText.Of(cell).Damaged);
}
