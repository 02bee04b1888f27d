using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Tests.Jurisdictions;

/// <summary>A jurisdiction takes a file and no code.</summary>
public sealed class SixthProfileTests
{
    private static readonly JurisdictionProfile Yunling =
        JurisdictionProfiles.Load([("yunling.json", InventedProfile.Json)]).Get("yunling");

    [Fact]
    public void Load_BesideTheOthers_KeepsAllSeven()
    {
        IEnumerable<(string, string)> files =
        [
            .. Domain.Settings.SettingsFile.EmbeddedIn("Jurisdictions"),
            ("yunling.json", InventedProfile.With("\"id\": \"yunling\"", "\"id\": \"yunling\", \"parent\": \"national\"")),
        ];

        JurisdictionProfiles profiles = JurisdictionProfiles.Load(files);

        Assert.Equal(
            ["chongqing", "fujian", "hunan", "jieshou", "national", "xinhui", "yunling"],
            profiles.All.Select(profile => profile.Id));
        Assert.Equal("national", profiles.Get("yunling").Parent);
        Assert.Null(profiles.Find("nowhere"));
    }

    [Fact]
    public void Suspension_PausesTheClockByItsArticle()
    {
        SuspensionRule rule = Yunling.Suspension;

        Assert.Equal((ClockEffect.Pause, "第十二条"), (rule.PublicationClock, rule.ClockSource!.Article));
        Assert.Equal([DepartmentRole.Provider, DepartmentRole.MarketSupervision], rule.DecidedBy);
        Assert.Equal(DepartmentRole.Operator, rule.CarriedOutBy);
    }

    [Fact]
    public void Term_WithoutItsOwnCounting_FollowsTheProfile()
    {
        Assert.Equal(new Term(TermUnit.DayOfMonth, 12, Inclusive: true), Yunling.Clock(ClockKind.MonthlyProvision)!.Term);
        Assert.Equal(Term.WorkingDays(10), Yunling.Clock(ClockKind.Publication)!.Term);
        Assert.Equal(new Term(TermUnit.CalendarDays, 30, Inclusive: true, Roll.Next), Yunling.Clock(ClockKind.OnSiteCheck)!.Term);
    }

    [Fact]
    public void Provision_IsMonthlyUntilItsDay()
    {
        Assert.True(Yunling.Provision.IsMonthlyOn(new DateOnly(2020, 12, 31)));
        Assert.False(Yunling.Provision.IsMonthlyOn(new DateOnly(2021, 1, 1)));
        Assert.False(Yunling.Clock(ClockKind.MonthlyProvision)!.HoldsOn(new DateOnly(2021, 1, 1)));
        Assert.Equal(LoadDay.FirstWorkingDayOfMonth, Yunling.Provision.Load!.Day);
    }

    [Theory]
    [InlineData("penalty", "普通程序", Exposure.Published)]
    [InlineData("penalty", "简易程序", Exposure.CollectedOnly)]
    [InlineData("penalty", null, Exposure.CollectedOnly)]
    [InlineData("study-tour", null, Exposure.NotCollected)]
    public void PublicationOf_FollowsTheFile(string item, string? procedure, Exposure expected) =>
        Assert.Equal(expected, Yunling.PublicationOf(item, null, procedure).Exposure);

    [Fact]
    public void RefusedRowCorrection_FollowsTheFile()
    {
        RefusedRowCorrection rule = Yunling.RefusedRowCorrection;

        Assert.Equal((5, 2), (rule.AfterReceipt.Count, rule.ReminderWorkingDaysBefore));
        Assert.Equal(new DateOnly(2024, 9, 12), rule.Due(new DateOnly(2024, 9, 12), new DateOnly(2024, 9, 20)));
    }

    [Fact]
    public void DisplayOf_LimitsOnlyWhatTheFileNames()
    {
        Assert.Equal((3, 36), (Yunling.DisplayOf("penalty", null)!.AtLeast!.Count, Yunling.DisplayOf("penalty", null)!.AtMost.Count));
        Assert.Null(Yunling.DisplayOf("permit", null));
    }
}
