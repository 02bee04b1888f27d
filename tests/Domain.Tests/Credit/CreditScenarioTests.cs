using EntCredit.Domain.Credit;

namespace EntCredit.Domain.Tests.Credit;

/// <summary>R6 and R7 by the document of each jurisdiction: what its enterprises are called, by which records, and what follows.</summary>
public sealed class CreditScenarioTests
{
    // X 四(二): “经营异常名录、严重违法失信企业…等失信主体名单” names itself who is a 失信主体.
    [Fact]
    public void Xinhui_OnAListTheDocumentNames_IsASubjectOfDishonesty()
    {
        var found = CreditSamples.Assess("xinhui", CreditSamples.Abnormal);

        Assert.Equal("失信主体", NameOf("xinhui", found));
        Assert.Equal("abnormal by r-1", Reason(found));
        Assert.Equal("四(二)", Source("xinhui", "abnormal")!.Article);
        Assert.Empty(found.Warnings);
    }

    // J 五(五): 信用状况不良 is drawn more often and listed for key supervision; 五(六): 实时信息预警.
    [Fact]
    public void Jieshou_SeriouslyDishonest_IsPoorWeighsMoreAndWarns()
    {
        var found = CreditSamples.Assess("jieshou", CreditSamples.Serious);
        var poor = CreditSchemes.Default.Find("jieshou")!.Class(found.Class);

        Assert.Equal(("信用状况不良", 2), (poor.Name, poor.InspectionWeight));
        Assert.Contains(poor.Measures, measure => measure is { Kind: MeasureKind.KeySupervision, Source.Article: "五(五)" });
        Assert.Equal("listed", Assert.Single(found.Warnings).Rule);
    }

    // J 五(五) gives those in good standing a 绿色通道 and does not say who they are: only the example does.
    [Fact]
    public void Jieshou_Commended_IsGoodOnlyByTheExample()
    {
        Assert.Equal("plain", CreditSamples.Assess("jieshou", CreditSamples.Commended).Class);
        var found = CreditSamples.AssessWithExamples("jieshou", CreditSamples.Commended);

        Assert.Equal("信用状况良好", NameOf("jieshou", found));
        Assert.Contains(CreditSamples.WithExamples.Find("jieshou")!.Class("good").Measures, measure => measure.Kind == MeasureKind.GreenChannel);
        Assert.Equal("plain", CreditSamples.AssessWithExamples("jieshou", CreditSamples.Commended with { Fields = new Dictionary<string, string> { ["YXQZ"] = "2020-07-31" } }).Class);
    }

    // C 三(六): “对失信企业依法予以限制或禁入”; who they are is the regulation's 第十八条. No early warning.
    [Fact]
    public void Chongqing_Listed_IsRestrictedAndNobodyIsWarnedOf()
    {
        var found = CreditSamples.Assess("chongqing", CreditSamples.Abnormal, CreditSamples.Penalty(1));

        Assert.Equal("失信企业", NameOf("chongqing", found));
        Assert.Equal("国务院令第654号", Source("chongqing", "abnormal")!.Document);
        Assert.Equal(1, CreditSchemes.Default.Find("chongqing")!.Class(found.Class).InspectionWeight);
        Assert.Empty(found.Warnings);
    }

    // F 五(三): “一处失信、处处受限”.
    [Fact]
    public void Fujian_RemovedFromTheList_IsPlainAgain()
    {
        Assert.Equal("失信企业", NameOf("fujian", CreditSamples.Assess("fujian", CreditSamples.Abnormal)));
        Assert.Equal("一般", NameOf("fujian", CreditSamples.Assess("fujian", CreditSamples.Removed(CreditSamples.Abnormal))));
    }

    // H 第十五条 names what risk is judged by: 抽查、处罚记录、违法失信.
    [Fact]
    public void Hunan_PenalizedAndInspected_IsWarnedOfAndStaysPlain()
    {
        var found = CreditSamples.Assess(
            "hunan",
            CreditSamples.Penalty(1) with { IsPublic = false },
            CreditSamples.Of("i-1", "inspection", "2020-07-01", ("CCJG", "发现问题待后续处理")),
            CreditSamples.Of("i-2", "inspection", "2020-07-02", ("CCJG", "未发现问题")));

        Assert.Equal("一般", NameOf("hunan", found));
        Assert.Equal(["penalized by p-1", "inspected by i-1"], found.Warnings.Select(Text));
    }

    [Fact]
    public void Hunan_Listed_IsDishonest()
    {
        var found = CreditSamples.Assess("hunan", CreditSamples.Abnormal, CreditSamples.Serious);

        Assert.Equal("失信", NameOf("hunan", found));
        Assert.Equal(["abnormal by r-1", "serious by r-2"], found.Reasons.Select(Text));
    }

    // J 五(七): while its provider has it hidden for verification, it is not public and decides nothing.
    [Fact]
    public void Assess_WhileTheRecordIsHidden_IsWithoutIt() =>
        Assert.Equal("plain", CreditSamples.Assess("jieshou", CreditSamples.Abnormal with { IsPublic = false }).Class);

    [Fact]
    public void Assess_BeforeTheDocumentHolds_IsTheDefault() =>
        Assert.Equal("plain", CreditAssessment.Of(CreditSchemes.Default.Find("jieshou")!, [CreditSamples.Serious], new DateOnly(2020, 6, 27)).Class);

    [Theory]
    [InlineData("2018-08-01", "poor")]
    [InlineData("2018-07-31", "plain")]
    public void Assess_ByPenaltiesOfTwoYears_CountsTheFirstDay(string first, string expected) => Assert.Equal(
        expected,
        CreditSamples.AssessWithExamples("jieshou", CreditSamples.Penalty(1, first), CreditSamples.Penalty(2), CreditSamples.Penalty(3)).Class);

    [Fact]
    public void Assess_GoodAndPoorAtOnce_IsTheWorse() =>
        Assert.Equal("poor", CreditSamples.AssessWithExamples("jieshou", CreditSamples.Commended, CreditSamples.Abnormal).Class);

    private static string NameOf(string jurisdiction, CreditAssessment found) => CreditSamples.WithExamples.Find(jurisdiction)!.Class(found.Class).Name;

    private static string Reason(CreditAssessment found) => Text(Assert.Single(found.Reasons));

    private static string Text(CreditReason reason) => $"{reason.Rule} by {string.Join(',', reason.Records)}";

    private static Domain.Jurisdictions.Citation? Source(string jurisdiction, string criterion) =>
        CreditSchemes.Default.Find(jurisdiction)!.Criteria.Single(one => one.Id == criterion).Source;
}
