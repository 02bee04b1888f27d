using EntCredit.Domain.Calendar;
using static EntCredit.Domain.Tests.Calendar.Days;

namespace EntCredit.Domain.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Default;

    [Theory]
    [InlineData("2013-12-10", "weekdays-only")]
    [InlineData("2013-12-11", "2014-content_1194")]
    [InlineData("2015-05-12", "2015-content_9302")]
    [InlineData("2015-05-13", "2015-content_9742")]
    [InlineData("2019-03-21", "2019-content_5346276")]
    [InlineData("2019-03-22", "2019-content_5375877")]
    [InlineData("2020-01-26", "2020-content_5454164")]
    [InlineData("2020-01-27", "2020-content_5472352")]
    [InlineData("2025-11-03", "2025-content_6986383")]
    [InlineData("2026-11-22", "2026-content_7047091")]
    public void AsOf_ADay_KnowsTheNoticesIssuedByThen(string day, string version)
    {
        var calendar = WorkingCalendar.AsOf(Day(day));

        Assert.Equal(version, calendar.Version);
        Assert.All(calendar.Notices, n => Assert.True(n.Issued <= Day(day)));
        Assert.Same(calendar, WorkingCalendar.AsOf(Day(day)));
    }

    [Theory]
    [InlineData("2015-05-12", "2015-09-03", true)]
    [InlineData("2015-05-13", "2015-09-03", false)]
    [InlineData("2015-05-12", "2015-09-06", false)]
    [InlineData("2015-05-13", "2015-09-06", true)]
    [InlineData("2019-03-21", "2019-05-02", true)]
    [InlineData("2019-03-22", "2019-05-02", false)]
    [InlineData("2019-03-21", "2019-05-05", false)]
    [InlineData("2019-03-22", "2019-05-05", true)]
    [InlineData("2020-01-26", "2020-02-01", true)]
    [InlineData("2020-01-27", "2020-02-01", false)]
    [InlineData("2020-01-26", "2020-01-31", true)]
    [InlineData("2020-01-27", "2020-01-31", false)]
    [InlineData("2018-12-05", "2018-12-31", true)]
    [InlineData("2018-12-06", "2018-12-31", false)]
    [InlineData("2018-12-06", "2018-12-29", true)]
    public void IsWorkingDay_AroundANotice_FollowsWhatWasKnown(string asOf, string day, bool works) =>
        Assert.Equal(works, WorkingCalendar.AsOf(Day(asOf)).IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2026-03-10", DayKind.Workday, null, null)]
    [InlineData("2026-03-14", DayKind.Weekend, null, null)]
    [InlineData("2026-02-17", DayKind.DayOff, "春节", "content_7047091")]
    [InlineData("2026-02-21", DayKind.DayOff, "春节", "content_7047091")] // a Saturday within the holiday
    [InlineData("2026-02-14", DayKind.MakeUpDay, null, "content_7047091")]
    [InlineData("2020-02-01", DayKind.DayOff, "春节", "content_5472352")] // the amendment took the make-up day back
    [InlineData("2022-12-31", DayKind.DayOff, "元旦", "content_5730844")]
    public void Describe_ADay_NamesItsNotice(string day, DayKind kind, string? holiday, string? notice)
    {
        var known = Calendar.Describe(Day(day));

        Assert.Equal((kind, holiday, notice), (known.Kind, known.Holiday, known.Notice?.Id));
        Assert.Equal(Calendar.IsWorkingDay(Day(day)), known.Works);
    }

    [Theory]
    [InlineData("2013-12-31", true)]
    [InlineData("2014-01-01", false)]
    [InlineData("2026-12-31", false)]
    [InlineData("2027-01-01", true)]
    public void IsProvisional_IsTrueForAYearWithoutANotice(string day, bool provisional)
    {
        Assert.Equal(provisional, Calendar.IsProvisional(Day(day)));
        Assert.Equal(provisional, Calendar.Describe(Day(day)).Provisional);
    }

    [Fact]
    public void AsOf_BeforeEveryNotice_CountsWeekdaysAndIsProvisional()
    {
        var bare = WorkingCalendar.AsOf(Day("2000-01-01"));

        Assert.Equal("2014-10-10", bare.AddWorkingDays(Day("2014-10-01"), 7).Text());
        Assert.True(bare.IsProvisional(Day("2014-10-01")));
        Assert.Empty(bare.Notices);
    }

    [Theory]
    [InlineData("2026-02-14", "2026-02-14", "2026-02-14")] // a make-up Saturday
    [InlineData("2026-02-15", "2026-02-24", "2026-02-14")]
    [InlineData("2026-03-10", "2026-03-10", "2026-03-10")]
    [InlineData("2026-03-15", "2026-03-16", "2026-03-13")]
    public void NextAndPreviousWorkingDay_AreTheNearestOrTheDayItself(string day, string next, string previous)
    {
        Assert.Equal(next, Calendar.NextWorkingDay(Day(day)).Text());
        Assert.Equal(previous, Calendar.PreviousWorkingDay(Day(day)).Text());
    }

    [Theory]
    [InlineData(2016, 8, "2016-08-31")]
    [InlineData(2016, 12, "2016-12-30")]
    [InlineData(2020, 1, "2020-01-23")]
    [InlineData(2026, 2, "2026-02-28")] // a make-up Saturday
    public void LastWorkingDayOfMonth_IsTheLastThatWorks(int year, int month, string day) =>
        Assert.Equal(day, Calendar.LastWorkingDayOfMonth(year, month).Text());

    [Fact]
    public void SubtractWorkingDays_FromADueDay_SkipsTheHoliday() =>
        Assert.Equal("2020-01-22", Calendar.SubtractWorkingDays(Day("2020-02-04"), 3).Text());

    [Fact]
    public void AddAndSubtract_NoDays_GiveTheDayItself()
    {
        Assert.Equal("2026-03-15", Calendar.AddWorkingDays(Day("2026-03-15"), 0).Text());
        Assert.Equal("2026-03-15", Calendar.AddWorkingDays(Day("2026-03-15"), 0, inclusive: true).Text());
        Assert.Equal("2026-03-15", Calendar.SubtractWorkingDays(Day("2026-03-15"), 0).Text());
    }

    [Fact]
    public void AddAndSubtract_NegativeCount_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(Day("2026-03-15"), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.SubtractWorkingDays(Day("2026-03-15"), -1));
    }

    [Fact]
    public void CountWorkingDays_BackwardsOrEmpty_IsZero()
    {
        Assert.Equal(0, Calendar.CountWorkingDays(Day("2026-03-10"), Day("2026-03-10")));
        Assert.Equal(0, Calendar.CountWorkingDays(Day("2026-03-20"), Day("2026-03-10")));
    }
}
