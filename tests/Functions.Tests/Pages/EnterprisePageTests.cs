using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Credit;
using EntCredit.Functions.Credit;
using EntCredit.Functions.Pages;
using EntCredit.Functions.Public;
using EntCredit.Functions.Sanctions;
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

        // Title, name, code, number, item, corrector, field, value, provider, id, and the id as what links lead to.
        Assert.Equal(11, page.Split(Harmless).Length - 1);
    }

    [Fact]
    public void Of_CreditWithHostileText_IsEscapedInEveryPlace()
    {
        var credit = new CreditDocument(
            Evil, Evil, Evil, Evil, Evil, Evil, [new CreditReasonDocument(Evil, Evil, Evil, [Evil])], [new CreditMeasureDocument(MeasureKind.Restriction, Evil, Evil)], 2);
        var page = EnterprisePage.Of(new EnterpriseDocument("样例", null, null, []) { Credit = credit });
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);

        // Jurisdiction, class and its source, reason and its source, record twice, measure and its source, version.
        Assert.Equal(10, page.Split(Harmless).Length - 1);
    }

    [Fact]
    public void Of_Credit_SaysClassReasonRecordAndWhatFollows()
    {
        var credit = new CreditDocument(
            "jieshou", "安徽省界首市", "2020-1", "poor", "信用状况不良", "界政办〔2020〕5号 五(五)",
            [new CreditReasonDocument("abnormal", "已列入经营异常名录，尚未移出", "国务院令第654号 第十八条", ["r1"])],
            [new CreditMeasureDocument(MeasureKind.KeySupervision, "列为重点监管对象", "界政办〔2020〕5号 五(五)")], 2);
        var page = EnterprisePage.Of(new EnterpriseDocument("样例", null, null, []) { Credit = credit });

        Assert.Contains("信用状况不良", page, StringComparison.Ordinal);
        Assert.Contains("已列入经营异常名录，尚未移出", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#r1\">r1</a>", page, StringComparison.Ordinal);
        Assert.Contains("被抽中的权重为一般企业的2倍", page, StringComparison.Ordinal);
        Assert.Contains("公示信息中没有影响分类的记录", EnterprisePage.Of(new EnterpriseDocument("样例", null, null, []) { Credit = credit with { Reasons = [] } }), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Restrictions_SaysWhatByWhomAndWhyWithHostileTextEscaped()
    {
        var page = EnterprisePage.Of(new EnterpriseDocument("样例", null, null, [])
        {
            Restrictions = [new PublishedRestriction("c1", "失信被执行人", "限制参加政府采购活动", "界首市财政局", Day, new(2020, 7, 14)), new PublishedRestriction(Evil, Evil, Evil, Evil, Day, Day)],
        });

        Assert.Contains("<h2>联合惩戒措施<small>2条</small></h2>", page, StringComparison.Ordinal);
        Assert.Contains("<td>限制参加政府采购活动</td>", page, StringComparison.Ordinal);
        Assert.Contains("界首市财政局于2020年7月10日作出", page, StringComparison.Ordinal);
        Assert.Contains("执行情况于2020年7月14日反馈", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(4, page.Split(Harmless).Length - 1);
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
