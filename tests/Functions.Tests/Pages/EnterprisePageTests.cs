using EntCredit.Domain.Catalogue;
using EntCredit.Functions.Pages;
using EntCredit.Functions.Public;
using EntCredit.Stores.Views;

namespace EntCredit.Functions.Tests.Pages;

public sealed class EnterprisePageTests
{
    private const string Evil = "<script>alert('x')</script>\"&", Harmless = "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;&quot;&amp;";
    private static readonly DateOnly Day = new(2020, 7, 10);

    [Fact]
    public void Of_HostileTextInEveryPlace_IsEscapedInEveryPlace()
    {
        var page = EnterprisePage.Of(new EnterpriseDocument(
            Evil, Evil, Evil, [new PublishedRecord(Evil, "permit", Evil, Evil, Day, Day, Day, Day, Evil, [new PublishedField("f", Evil, Evil)])]));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);

        // Title, name, code, number, item, corrector, field, value, provider, id, and the id as the article's anchor.
        Assert.Equal(11, page.Split(Harmless).Length - 1);
    }

    [Fact]
    public void Of_PublishedRecord_ShowsItsDaysProviderAndFieldsInReadableChinese()
    {
        var page = EnterprisePage.Of(new EnterpriseDocument(
            "界首样青建筑工程有限公司",
            "91349999MA2N0001XN",
            null,
            [new PublishedRecord("r1", "permit", "行政许可", "界首市住房和城乡建设局", new(2020, 6, 30), Day, new(2020, 7, 11), null, null, [new PublishedField("f", "许可内容", "施工总承包三级")])]));
        Assert.Contains("<h1>界首样青建筑工程有限公司</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<h2>行政许可<small>1条</small></h2>", page, StringComparison.Ordinal);
        Assert.Contains("<tr><th>许可内容</th><td>施工总承包三级</td></tr>", page, StringComparison.Ordinal);
        Assert.Contains("信息产生：2020年6月30日　归集：2020年7月10日　公示：2020年7月11日", page, StringComparison.Ordinal);
        Assert.DoesNotContain("已更正", page, StringComparison.Ordinal);
        Assert.DoesNotContain("注册号", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_CorrectedRecord_SaysWhenAndByWhom()
    {
        var page = EnterprisePage.Of(new EnterpriseDocument(
            "界首样青建筑工程有限公司", null, "349999000000015", [new PublishedRecord("r1", "permit", "行政许可", "住建局", Day, Day, Day, new(2020, 7, 14), "住建局二科", [])]));
        Assert.Contains("已更正：住建局二科于2020年7月14日更正", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NothingPublished_SaysSo() =>
        Assert.Contains("该企业名下暂无公示信息", EnterprisePage.Of(new EnterpriseDocument("界首样青建筑工程有限公司", null, null, [])), StringComparison.Ordinal);

    [Fact]
    public void NotFound_HostileNumber_IsEscapedInTextAndInput()
    {
        var page = EnterprisePage.NotFound(Evil);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"value=\"{Harmless}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryPage_IsWholeAndNeedsNothingFromOutside(string page)
    {
        Assert.StartsWith("<!doctype html><html lang=\"zh-CN\">", page, StringComparison.Ordinal);
        Assert.EndsWith("</html>", page.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("<meta charset=\"utf-8\">", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?i)<script|\son\w+=|(src|href)\s*=\s*""(https?:)?//|@import|url\(", page);
    }

    public static TheoryData<string> Pages =>
        [SearchPage.Start(new PublicQuery(), ResourceCatalogue.Default, false), EnterprisePage.NotFound("1"), EnterprisePage.Of(new EnterpriseDocument("界首样青建筑工程有限公司", null, null, []))];
}
