using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Tests.Jurisdictions;

/// <summary>界政办〔2020〕5号.</summary>
public sealed class JieshouProfileTests
{
    private static readonly JurisdictionProfile Jieshou = JurisdictionProfiles.Default.Get("jieshou");

    [Theory]
    [InlineData("一般程序", Exposure.Published, "三(一)3")]
    [InlineData(null, Exposure.Published, "三(一)3")]
    [InlineData("简易程序", Exposure.CollectedOnly, "三(二)6")]
    public void PublicationOf_Penalty_DependsOnProcedure(string? procedure, Exposure expected, string article)
    {
        PublicationRule rule = Jieshou.PublicationOf("penalty", null, procedure);

        Assert.Equal((expected, article), (rule.Exposure, rule.Article));
    }

    [Theory]
    [InlineData("commendation", "三(二)1")]
    [InlineData("contributions", "三(二)2")]
    [InlineData("false-statement", "三(二)3")]
    [InlineData("accident", "三(二)4")]
    [InlineData("refused-rectification", "三(二)5")]
    [InlineData("enforcement", "三(二)7")]
    [InlineData("industry-ban", "三(二)8")]
    public void PublicationOf_OtherInformation_IsCollectedOnly(string category, string article)
    {
        PublicationRule rule = Jieshou.PublicationOf("other", category, null);

        Assert.Equal((Exposure.CollectedOnly, article), (rule.Exposure, rule.Article));
    }

    [Fact]
    public void Clock_Publication_IsTwentyWorkingDaysFromArising()
    {
        Clock clock = Jieshou.Clock(ClockKind.Publication)!;

        Assert.Equal(("T2", TermUnit.WorkingDays, 20), (clock.RuleId, clock.Term.Unit, clock.Term.Count));
        Assert.Equal(("五(二)", "marketSupervision", "信息产生之日"), (clock.Article, clock.Debtor, clock.StartsFrom));
    }

    [Fact]
    public void Suspension_IsDecidedByProviderAndCarriedOutByMarketSupervision()
    {
        SuspensionRule rule = Jieshou.Suspension;

        Assert.True(rule.Allowed);
        Assert.True(rule.WrittenNotice);
        Assert.Equal([DepartmentRole.Provider], rule.DecidedBy);
        Assert.Equal(DepartmentRole.MarketSupervision, rule.CarriedOutBy);
        Assert.Equal(ClockEffect.Continue, rule.PublicationClock);
    }
}
