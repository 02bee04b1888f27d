using EntCredit.Domain.Provision;
using EntCredit.Domain.Tests.Rules;
using static EntCredit.Domain.Tests.Provision.ProvisionPlay;

namespace EntCredit.Domain.Tests.Provision;

/// <summary>
/// T6, 渝府办发〔2016〕170号 三(二): “在全市统一的共享交换平台建成之前,…各类涉企信息,仍由各部门采取在线录入、批量导入或人工上传等方式,
/// 于每月5日前通过‘重庆市企业联合征信系统’向工商部门提供”。
/// </summary>
public sealed class T06_MonthlyProvisionTests
{
    // A17: the 5th is included, and moves to the next working day: 2016-10-05 → 10-08, a make-up Saturday; 2017-02-05 → 02-06.
    [Theory]
    [InlineData("2016-09-01", "T6 chongqing-transport 2016-09-01→2016-10-08")]
    [InlineData("2016-11-17", "T6 chongqing-transport 2016-11-01→2016-12-05")]
    [InlineData("2017-01-31", "T6 chongqing-transport 2017-01-01→2017-02-06")]
    public void T6_Expect_IsDueOnTheFifthOfTheNextMonth(string month, string expected) =>
        Assert.Equal([expected], Expected(DateOnly.Parse(month, System.Globalization.CultureInfo.InvariantCulture)).Opened);

    [Theory]
    [InlineData("2016-12-05 23:59", "T6 Met")]
    [InlineData("2016-12-06 00:00", "T6 Late")]
    public void T6_Provide_AroundTheEndOfTheFifth_IsMetOrLate(string at, string expected)
    {
        var play = Expected(new(2016, 11, 1));
        play.Do(Provide(at));

        Assert.Equal([expected], play.Closed);
    }

    [Fact]
    public void T6_Provide_NothingArose_MeetsItAndOwesNoLoad()
    {
        var play = Expected(new(2016, 11, 1));
        play.Do(Provide("2016-12-02 10:00", records: 0));

        Assert.Equal(["T6 Met"], play.Closed);
        Assert.True(play.State.Finished);
        Assert.Empty(play.State.Duties.Open);
    }

    // A18: events of the previous calendar month.
    [Fact]
    public void T6_Provide_WithinTheMonth_IsRefused() => Assert.Equal("EC4604", Expected(new(2016, 11, 1)).Refused(Provide("2016-11-30 23:59")));

    [Fact]
    public void T6_NoteOverdue_NamesTheDepartment()
    {
        var play = Expected(new(2016, 11, 1));

        var fell = Assert.IsType<ProvisionEvent.FellOverdue>(Assert.Single(play.Do(new ProvisionCommand.NoteOverdue(Law.At("2016-12-06 00:00")))));
        Assert.Equal(("T6", Department), (fell.Rule, fell.Debtor));
    }

    [Theory]
    [InlineData("jieshou")]
    [InlineData("hunan")]
    [InlineData("xinhui")]
    [InlineData("fujian")]
    public void T6_Expect_WhereProvisionIsContinuous_IsRefused(string jurisdiction) => Assert.Equal("EC4602", New(jurisdiction).Refused(
        new ProvisionCommand.Expect(Law.At("2021-09-01 00:00"), jurisdiction + "-aic", jurisdiction, new(2021, 8, 1))));

    // A34: until a date of the profile; A35: not before its first day.
    [Theory]
    [InlineData("2016-07-01")]
    [InlineData("2018-02-01")]
    public void T6_Expect_OutsideTheRegime_IsRefused(string month)
    {
        var law = Law.Of("chongqing");
        var ended = law with { Profile = law.Profile with { Provision = law.Profile.Provision with { Until = new(2017, 12, 31) } } };
        var decision = ProvisionDecider.Decide(
            new ProvisionCommand.Expect(
                Law.At("2018-03-01 00:00"), Department, "chongqing", DateOnly.Parse(month, System.Globalization.CultureInfo.InvariantCulture)),
            MonthProvision.Initial,
            ended);

        Assert.Equal("EC4602", decision.Error?.Code);
    }

    [Fact]
    public void T6_Provide_ByAnotherDepartment_IsRefused() =>
        Assert.Equal("EC4603", Expected(new(2016, 11, 1)).Refused(Provide("2016-12-02 10:00") with { By = MarketSupervision }));
}
