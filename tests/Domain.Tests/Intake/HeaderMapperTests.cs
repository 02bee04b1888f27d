using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Tests.Intake;

public class HeaderMapperTests
{
    private static HeaderMapping Map(string item, params string[] header) => HeaderMapper.Map(ResourceCatalogue.Default, item, header);

    [Theory]
    [InlineData("处罚是由", "CF_SY", HeaderMatch.Alias)]
    [InlineData("行政行对人名称", "CF_XDR_MC", HeaderMatch.Typo)]
    [InlineData("政处罚决定书文号", "CF_WSH", HeaderMatch.Alias)]
    [InlineData("行政相对人代码/1（统一社会信用代码）", "CF_XDR_SHXYM", HeaderMatch.Alias)]
    [InlineData("行政相对人代码_1", "CF_XDR_SHXYM", HeaderMatch.Alias)]
    [InlineData("行政相对人代码_3（工商登记码）", "CF_XDR_GSZC", HeaderMatch.Alias)]
    [InlineData("兴处罚决定日期", "CF_JDRQ", HeaderMatch.Typo)]
    [InlineData("当权状态", "CF_ZT", HeaderMatch.Typo)]
    [InlineData(" *处罚 机关 ", "CF_CFJG", HeaderMatch.Name)]
    [InlineData("cf_wsh", "CF_WSH", HeaderMatch.Code)]
    [InlineData("ＣＦ＿ＷＳＨ", "CF_WSH", HeaderMatch.Code)]
    [InlineData("罚款金额（万元）", "CF_NR_FK", HeaderMatch.Name)]
    [InlineData("罚款金额", "CF_NR_FK", HeaderMatch.Alias)]
    [InlineData("适用程序", "CF_SYCX", HeaderMatch.Name)]
    [InlineData("保密审查", "BMSC", HeaderMatch.Name)]
    [InlineData("记录编号", "JLBH", HeaderMatch.Name)]
    public void Map_SeenInPractice_FindsTheField(string header, string field, HeaderMatch match)
    {
        var column = Map("penalty", header).Columns[0];
        Assert.Equal((field, match), (column.Field, column.Match));
    }

    [Theory]
    [InlineData("有效期X")]
    [InlineData("行政相对人代码_7")]
    [InlineData("序号")]
    [InlineData("")]
    [InlineData("附件")]
    public void Map_Unknown_IsLeftAlone(string header) => Assert.Null(Map("permit", header).Columns[0].Field);

    [Fact]
    public void Map_OneSlipFromTwoFields_IsNotGuessed() => Assert.Null(Map("permit", "有效期日", "许可类别", "许可编号").Columns[0].Field);

    [Fact]
    public void Map_TwoColumnsForOneField_TakesTheBetterAndTellsTheOther()
    {
        var mapping = Map("permit", "行政行对人名称", "行政相对人名称", "统一社会信用代码", "行政许可决定文书号", "许可决定日期");
        Assert.Equal(1, mapping.ByRole(FieldRole.SubjectName)!.Column);
        Assert.Equal(["行政行对人名称"], mapping.Unmapped);
    }

    [Theory]
    [InlineData("2015", "XK_WSH", "XK_XMMC", "XK_SPLB", "XK_XDR", "XK_XDR_SHXYM", "XK_JDRQ", "XK_JZQ", "XK_XZJG", "XK_ZT", "DFBM", "SJC")]
    [InlineData("2018", "XK_XDR_MC", "XK_XDR_LB", "XK_XDR_SHXYM", "XK_WSH", "XK_XKLB", "XK_JDRQ", "XK_YXQZ", "XK_YXQZI", "XK_XKJG", "XK_ZT")]
    [InlineData("2018", "行政相对人名称", "统一社会信用代码", "行政许可决定文书号", "许可决定日期")]
    public void Map_Header_TellsTheLayout(string layout, params string[] header)
    {
        var mapping = Map("permit", header);
        Assert.Equal(layout, mapping.Layout);
        Assert.Empty(mapping.Unmapped);
        Assert.True(mapping.Usable);
    }

    [Fact]
    public void Map_NoNumberColumn_IsNotUsable()
    {
        var mapping = Map("permit", "行政相对人名称", "行政许可决定文书号", "许可决定日期");
        Assert.False(mapping.Usable);
        Assert.Equal(["统一社会信用代码或工商注册号或组织机构代码"], mapping.MissingRequired);
    }

    [Fact]
    public void Map_RealRegisterHeader_IsUnderstoodWhole()
    {
        var mapping = Map("register", "企业名称", "统一社会信用代码", "注册日期", "企业类型", "法人代表", "注册资金", "经营范围", "所在省份", "地区", "注册地址");
        Assert.Equal(10, mapping.Fields.Count);
        Assert.All(mapping.Columns, c => Assert.Equal(HeaderMatch.Name, c.Match));
        Assert.Empty(mapping.MissingRecommended);
    }

    [Fact]
    public void Map_UnknownItem_Throws() => Assert.Throws<ArgumentException>(() => Map("nothing", "a"));
}
