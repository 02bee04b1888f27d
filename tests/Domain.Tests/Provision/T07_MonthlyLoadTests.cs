using EntCredit.Domain.Calendar;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Provision;
using EntCredit.Domain.Tests.Rules;
using static EntCredit.Domain.Tests.Provision.ProvisionPlay;

namespace EntCredit.Domain.Tests.Provision;

/// <summary>
/// T7, 渝府办发〔2016〕170号 三(三): “凡属《重庆市公共信用信息目录(2016年版)》明确的社会公开类信息,由市工商局每月加载到国家公示系统对外公开”。
/// </summary>
public sealed class T07_MonthlyLoadTests
{
    // A34: the month's last working day, a setting. 2016-12-31 is a Saturday.
    [Theory]
    [InlineData("2016-12-02 10:00", "T7 chongqing-aic 2016-12-02→2016-12-30")]
    [InlineData("2016-12-31 10:00", "T7 chongqing-aic 2016-12-31→2017-01-26")]
    public void T7_Provide_StartsTheLoadOfThatMonth(string at, string expected)
    {
        var play = Expected(new(2016, 11, 1));
        play.Do(Provide(at));

        Assert.Equal(expected, play.Opened.Last());
    }

    [Theory]
    [InlineData("2016-12-30 23:59", "T7 Met")]
    [InlineData("2016-12-31 00:00", "T7 Late")]
    public void T7_Load_AroundTheEndOfTheLastWorkingDay_IsMetOrLate(string at, string expected)
    {
        var play = Expected(new(2016, 11, 1));
        play.Do(Provide("2016-12-02 10:00"), Load(at));

        Assert.Equal(expected, play.Closed.Last());
        Assert.True(play.State.Finished);
    }

    [Fact]
    public void T7_Provide_MoreAfterTheLoad_StartsItAnew()
    {
        var play = Expected(new(2016, 11, 1));
        play.Do(Provide("2016-12-02 10:00"), Load("2016-12-28 10:00"), Provide("2017-01-03 10:00", digest: "d-2"));

        Assert.Equal("T7 chongqing-aic 2017-01-03→2017-01-26", play.Opened.Last());
        Assert.False(play.State.Finished);
    }

    [Fact]
    public void T7_Load_ByTheDepartment_IsRefused()
    {
        var play = Expected(new(2016, 11, 1));
        play.Do(Provide("2016-12-02 10:00"));

        Assert.Equal("EC4605", play.Refused(Load("2016-12-28 10:00") with { By = Department }));
    }

    [Fact]
    public void T7_Load_OfNothing_IsRefused() => Assert.Equal("EC4606", Expected(new(2016, 11, 1)).Refused(Load("2016-12-28 10:00")));

    // A19: what arises early in a month can be loaded later than the national 20 working days; they are told, not owed.
    [Fact]
    public void T7_Days_BesideTheAdvisoryTwentyWorkingDays_SayWhenTheyExceedThem()
    {
        var days = Days("2016-11-01")!;

        Assert.Equal((new DateOnly(2016, 12, 5), new DateOnly(2016, 12, 30), new DateOnly(2016, 11, 29)), (days.ProvideBy, days.LoadBy, days.Advisory!.Value));
        Assert.True(days.ExceedsAdvisory);
        Assert.DoesNotContain(Expected(new(2016, 11, 1)).Opened, duty => duty.StartsWith("T2", StringComparison.Ordinal));
    }

    [Fact]
    public void T7_Days_BeforeTheRegime_AreNone() => Assert.Null(Days("2016-08-25"));

    [Fact]
    public void T7_Days_WhereProvisionIsContinuous_AreNone() =>
        Assert.Null(ProvisionDays.For(new(2021, 1, 4), Law.Of("jieshou").Profile, WorkingCalendar.Default));

    [Theory]
    [InlineData(LoadDay.LastWorkingDayOfMonth, "2017-02-10", "2017-02-28")]
    [InlineData(LoadDay.FirstWorkingDayOfMonth, "2017-02-01", "2017-02-03")]
    [InlineData(LoadDay.FirstWorkingDayOfMonth, "2017-02-10", "2017-03-01")]
    public void T7_LoadOf_IsTheNextLoadDay(LoadDay rule, string provided, string expected) => Assert.Equal(
        expected,
        ProvisionDays.LoadOf(rule, DateOnly.Parse(provided, System.Globalization.CultureInfo.InvariantCulture), WorkingCalendar.Default)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Errors_All_AreNumberedInTheirHundred() => Assert.All(
        ProvisionErrors.All.Select((error, place) => (error.Code, Expected: $"EC46{place + 1:00}")), pair => Assert.Equal(pair.Expected, pair.Code));

    private static ProvisionDays? Days(string on) => ProvisionDays.For(
        DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), Law.Of("chongqing").Profile, WorkingCalendar.Default);
}
