using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Tests.Intake;

public sealed class FooterRowsTests
{
    private static readonly string[] Header = ["序号", "行政相对人名称", "统一社会信用代码", "行政处罚决定文书号", "处罚决定日期", "罚款金额(万元)"];
    private static readonly HeaderMapping Mapping = HeaderMapper.Map(ResourceCatalogue.Default, "penalty", Header);

    [Theory]
    [InlineData("合计", "", "", "", "", "12.5")]
    [InlineData(" 合　计：", "", "", "", "", "12.5")]
    [InlineData("", "总计", "", "", "", "3")]
    [InlineData("共计15条", "", "", "", "", "")]
    [InlineData("填报人：张示例", "", "", "审核人：李示例", "", "")]
    [InlineData("注：以上数据不含撤销的处罚", "", "", "", "", "")]
    [InlineData("第1页", "", "", "", "", "")]
    public void Told_LinesBelowTheTable_AreLeftOutWithAWarning(params string[] cells)
    {
        var told = FooterRows.Told(Mapping, new SourceRow(9, cells))!;
        Assert.Equal((9, "EC2503", Severity.Warning), (told.Line, told.Code, told.Severity));
    }

    [Fact]
    public void Told_HeaderAgain_IsLeftOut() => Assert.Equal("EC2504", FooterRows.Told(Mapping, new SourceRow(52, [.. Header.Select(h => " " + h)]))!.Code);

    [Theory]
    [InlineData("1", "界首样青公司", "91349999MA2N0001XN", "一号", "2020-07-01", "1")]
    [InlineData("合计", "界首样青公司", "91349999MA2N0001XN", "", "", "1")]
    [InlineData("合计", "", "", "一号", "", "1")]
    [InlineData("总计算机有限公司", "", "", "", "", "")]
    [InlineData("注册", "甲", "", "", "", "")]
    [InlineData("第一建筑公司", "", "", "", "", "")]
    [InlineData("", "", "", "", "", "1")]
    public void Told_WhatMayBeARecord_IsRead(params string[] cells) => Assert.Null(FooterRows.Told(Mapping, new SourceRow(9, cells)));
}
