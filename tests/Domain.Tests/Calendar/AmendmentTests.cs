using EntCredit.Domain.Calendar;
using static EntCredit.Domain.Tests.Calendar.Days;

namespace EntCredit.Domain.Tests.Calendar;

/// <summary>Notices that arrive while obligations are open: never earlier, and both dates kept.</summary>
public sealed class AmendmentTests
{
    // Invented: the notice for 2027 is not out.
    private static readonly HolidayNotice Year2027 = new(
        "content_test_2027", 2027, new(2026, 11, 25), true, null,
        [new("元旦", new(2026, 12, 31), new(2027, 1, 2)), new("春节", new(2027, 2, 5), new(2027, 2, 11))],
        [new(2027, 1, 3), new(2027, 2, 14)]);

    [Theory]
    // Opened before the amendment of 2020: the make-up day 02-01 fell away.
    [InlineData("2020-01-17", "2020-01-17", 7, "2020-02-01", "2020-02-04", "2020-02-04")]
    [InlineData("2020-01-17", "2020-01-17", 20, "2020-02-19", "2020-02-21", "2020-02-21")]
    // Opened after it: one version, nothing moves.
    [InlineData("2020-01-27", "2020-01-17", 7, "2020-02-04", "2020-02-04", "2020-02-04")]
    // 2019: three days more off, two days worked for them: earlier for some, later for others.
    [InlineData("2019-03-20", "2019-04-24", 3, "2019-04-29", "2019-04-28", "2019-04-29")]
    [InlineData("2019-03-20", "2019-04-24", 5, "2019-05-02", "2019-04-30", "2019-05-02")]
    [InlineData("2019-03-20", "2019-04-24", 6, "2019-05-03", "2019-05-05", "2019-05-05")]
    // 2015: three days off, one Sunday worked.
    [InlineData("2015-05-01", "2015-09-01", 3, "2015-09-04", "2015-09-07", "2015-09-07")]
    public void LatestUnder_AnAmendment_NeverMovesTheDayEarlier(
        string opened, string from, int count, string opening, string newest, string effective)
    {
        var amended = Deadlines.LatestUnder(CalendarVersions.Embedded.Since(Day(opened)), Term.WorkingDays(count), Day(from));

        Assert.Equal((opening, newest, effective), (amended.Opening.Due.Text(), amended.Newest.Due.Text(), amended.Effective.Due.Text()));
        Assert.Equal(opening != effective, amended.Moved);
        Assert.Equal(amended.Effective.Due, LegalZone.DayOf(amended.Effective.DueInstant.AddTicks(-1)));
    }

    [Fact]
    public void LatestUnder_VersionsThatAgree_NamesTheNewest()
    {
        var amended = Deadlines.LatestUnder(CalendarVersions.Embedded.Since(Day("2020-01-26")), Term.WorkingDays(3), Day("2020-01-17"));

        Assert.Equal("2020-content_5454164", amended.Opening.CalendarVersion);
        Assert.Equal("2026-content_7047091", amended.Effective.CalendarVersion);
        Assert.False(amended.Moved);
    }

    [Fact]
    public void LatestUnder_Pauses_ApplyUnderEachVersion()
    {
        var amended = Deadlines.LatestUnder(
            CalendarVersions.Embedded.Since(Day("2020-01-17")), Term.WorkingDays(7), Day("2020-01-17"), [new(Day("2020-01-21"), Day("2020-01-22"))]);

        Assert.Equal(("2020-02-04", "2020-02-06"), (amended.Opening.Due.Text(), amended.Effective.Due.Text()));
    }

    [Fact]
    public void LatestUnder_NoVersion_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadlines.LatestUnder([], Term.WorkingDays(7), Day("2020-01-17")));

    [Fact]
    public void Since_ADay_BeginsWithTheVersionOfThatDay()
    {
        var versions = CalendarVersions.Embedded.Since(Day("2019-03-21"));

        Assert.Equal(
            ["2019-content_5346276", "2019-content_5375877", "2020-content_5454164", "2020-content_5472352"],
            versions.Take(4).Select(v => v.Version));
        Assert.Equal(WorkingCalendar.Default, versions[^1]);
    }

    [Fact]
    public void With_TheNoticeOfANewYear_MakesItsDaysCertain()
    {
        var before = CalendarVersions.Embedded;
        var after = before.With(Year2027);
        var term = Term.WorkingDays(5);

        var provisional = Deadlines.Compute(before.Newest, term, Day("2026-12-30"));
        var certain = Deadlines.Compute(after.Newest, term, Day("2026-12-30"));
        Assert.Equal(("2027-01-06", true), (provisional.Due.Text(), provisional.Provisional));
        Assert.Equal(("2027-01-07", false), (certain.Due.Text(), certain.Provisional));
        Assert.Equal("2027-content_test_2027", after.Newest.Version);

        var amended = Deadlines.LatestUnder(after.Since(Day("2026-11-24")), term, Day("2026-12-30"));
        Assert.Equal((provisional, certain, certain), (amended.Opening, amended.Newest, amended.Effective));
        // The versions made before the notice are as they were.
        Assert.Equal("2026-content_7047091", before.Newest.Version);
        Assert.True(before.Newest.IsWorkingDay(Day("2026-12-31")));
        Assert.False(after.Newest.IsWorkingDay(Day("2026-12-31")));
    }

    [Fact]
    public void LatestUnder_OlderVersionLater_TakesCertaintyFromTheNewest()
    {
        var after = CalendarVersions.Embedded.With(Year2027);

        // Counted by weekdays alone the tenth was later, since Sunday 01-03 works by the notice.
        var amended = Deadlines.LatestUnder(after.Since(Day("2026-11-24")), Term.WorkingDays(1), Day("2027-01-02"));

        Assert.Equal(("2027-01-04", true), (amended.Opening.Due.Text(), amended.Opening.Provisional));
        Assert.Equal(("2027-01-03", false), (amended.Newest.Due.Text(), amended.Newest.Provisional));
        Assert.Equal(("2027-01-04", false), (amended.Effective.Due.Text(), amended.Effective.Provisional));
    }

    [Fact]
    public void With_AKnownNotice_ChangesNothing()
    {
        var once = CalendarVersions.Embedded.With(Year2027);
        var again = once.With(Year2027 with { DaysOff = [.. Year2027.DaysOff], MakeUpDays = [.. Year2027.MakeUpDays] });

        Assert.Same(once, again);
        Assert.Empty(once.Newest.CheckNext(Year2027));
    }

    [Fact]
    public void With_ANoticeThatDoesNotFit_SaysWhy()
    {
        var second = Year2027 with { Id = "content_test_other" };
        var once = WorkingCalendar.Default.With(Year2027);

        var problem = Assert.Single(once.CheckNext(second, "2027.json"));
        Assert.Equal(("2027.json", "$.year", "2027"), (problem.File, problem.Path, problem.Found));
        Assert.Contains("$.year", Assert.Throws<ArgumentException>(() => once.With(second)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_SameIdOtherDays_IsRefused() =>
        Assert.Contains(
            WorkingCalendar.Default.With(Year2027).CheckNext(Year2027 with { MakeUpDays = [] }),
            p => p.Path == "$.id");

    [Fact]
    public void With_AnAmendmentThatCancelsADayOff_WorksThatDay()
    {
        var amendment = new HolidayNotice("content_test_a", 2027, new(2027, 1, 20), true, Year2027.Id, [], [new(2027, 2, 11)]);
        var calendar = WorkingCalendar.Default.With(Year2027).With(amendment);

        Assert.Equal((DayKind.MakeUpDay, "content_test_a"), (calendar.Describe(Day("2027-02-11")).Kind, calendar.Describe(Day("2027-02-11")).Notice!.Id));
        Assert.True(calendar.IsWorkingDay(Day("2027-02-11")));
    }

    [Fact]
    public void CheckNext_TheFirstAndLastDayOfItsReach_AreAllowed()
    {
        Assert.Empty(WorkingCalendar.Default.CheckNext(new(
            "content_test_2028", 2028, new(2027, 11, 1), true, null, [new("元旦", new(2027, 12, 1), new(2027, 12, 1))], [new(2028, 12, 31)])));
        Assert.Empty(WorkingCalendar.Default.CheckNext(new(
            "content_test_2030", 2030, new(2029, 11, 1), true, null, [new("国庆节", new(2030, 12, 31), new(2030, 12, 31))], [new(2029, 12, 1)])));
    }

    [Fact]
    public void CheckNext_ADayInTwoRuns_IsRefused()
    {
        var twice = Year2027 with { DaysOff = [new("元旦", new(2027, 1, 1), new(2027, 1, 2)), new("春节", new(2027, 1, 2), new(2027, 1, 2))] };

        var problem = Assert.Single(WorkingCalendar.Default.CheckNext(twice));
        Assert.Equal(("$.daysOff[1]", "2027-01-02", "同一通知中只出现一次的日期"), (problem.Path, problem.Found, problem.Allowed));
    }

    [Fact]
    public void CheckNext_ANoticeIssuedBeforeTheNewest_IsRefused() =>
        Assert.Equal("$.issued", Assert.Single(WorkingCalendar.Default.CheckNext(Year2027 with { Issued = new(2025, 11, 3) })).Path);

    [Fact]
    public void Of_NoticesThatDoNotFit_Throws() =>
        Assert.Throws<ArgumentException>(() => WorkingCalendar.Of([Year2027, Year2027 with { Id = "content_test_other" }]));

    [Fact]
    public void Of_NoNotice_CountsWeekdays()
    {
        var bare = WorkingCalendar.Of([]);

        Assert.Equal("weekdays-only", bare.Version);
        Assert.Equal("2026-02-24", bare.AddWorkingDays(Day("2026-02-13"), 7).Text());
        Assert.True(bare.IsProvisional(Day("0001-01-01")));
        Assert.Equal("0001-01-02", bare.AddWorkingDays(Day("0001-01-01"), 1).Text());
    }
}
