using EntCredit.Domain.Calendar;
using static EntCredit.Domain.Tests.Calendar.Days;

namespace EntCredit.Domain.Tests.Calendar;

/// <summary>The worked examples that the calendar was specified with, cell by cell.</summary>
public sealed class WorkedExampleTests
{
    [Theory]
    // Starts on a holiday.
    [InlineData("2014-10-01", 3, "2014-10-10")]
    [InlineData("2014-10-01", 5, "2014-10-13")]
    [InlineData("2014-10-01", 7, "2014-10-15")]
    [InlineData("2014-10-01", 15, "2014-10-27")]
    [InlineData("2014-10-01", 20, "2014-11-03")]
    // Two make-up days on a weekend.
    [InlineData("2016-09-30", 3, "2016-10-10")]
    [InlineData("2016-09-30", 5, "2016-10-12")]
    [InlineData("2016-09-30", 7, "2016-10-14")]
    [InlineData("2016-09-30", 15, "2016-10-26")]
    [InlineData("2016-09-30", 20, "2016-11-02")]
    // Eight days off; 09-30, a Saturday, works.
    [InlineData("2017-09-29", 3, "2017-10-10")]
    [InlineData("2017-09-29", 5, "2017-10-12")]
    [InlineData("2017-09-29", 7, "2017-10-16")]
    [InlineData("2017-09-29", 15, "2017-10-26")]
    [InlineData("2017-09-29", 20, "2017-11-02")]
    // December days of the next year's notice.
    [InlineData("2018-12-28", 3, "2019-01-03")]
    [InlineData("2018-12-28", 5, "2019-01-07")]
    [InlineData("2018-12-28", 7, "2019-01-09")]
    [InlineData("2018-12-28", 15, "2019-01-21")]
    [InlineData("2018-12-28", 20, "2019-01-28")]
    // The amended spring festival.
    [InlineData("2020-01-17", 3, "2020-01-21")]
    [InlineData("2020-01-17", 5, "2020-01-23")]
    [InlineData("2020-01-17", 7, "2020-02-04")]
    [InlineData("2020-01-17", 15, "2020-02-14")]
    [InlineData("2020-01-17", 20, "2020-02-21")]
    [InlineData("2025-09-26", 3, "2025-09-30")]
    [InlineData("2025-09-26", 5, "2025-10-10")]
    [InlineData("2025-09-26", 7, "2025-10-13")]
    [InlineData("2025-09-26", 15, "2025-10-23")]
    [InlineData("2025-09-26", 20, "2025-10-30")]
    // Nine days off.
    [InlineData("2026-02-13", 3, "2026-02-25")]
    [InlineData("2026-02-13", 5, "2026-02-27")]
    [InlineData("2026-02-13", 7, "2026-03-02")]
    [InlineData("2026-02-13", 15, "2026-03-12")]
    [InlineData("2026-02-13", 20, "2026-03-19")]
    public void Compute_EventDayExcluded_GivesTheWorkedExample(string from, int count, string due) =>
        Assert.Equal(due, Due(WorkingCalendar.Default, Term.WorkingDays(count), from));

    [Theory]
    [InlineData("2014-10-01", 7, "2014-10-15")]
    [InlineData("2014-10-01", 20, "2014-11-03")]
    [InlineData("2016-09-30", 7, "2016-10-13")]
    [InlineData("2016-09-30", 20, "2016-11-01")]
    [InlineData("2017-09-29", 7, "2017-10-13")]
    [InlineData("2017-09-29", 20, "2017-11-01")]
    [InlineData("2018-12-28", 7, "2019-01-08")]
    [InlineData("2018-12-28", 20, "2019-01-25")]
    [InlineData("2020-01-17", 7, "2020-02-03")]
    [InlineData("2020-01-17", 20, "2020-02-20")]
    [InlineData("2025-09-26", 7, "2025-10-11")]
    [InlineData("2025-09-26", 20, "2025-10-29")]
    [InlineData("2026-02-13", 7, "2026-02-28")]
    [InlineData("2026-02-13", 20, "2026-03-18")]
    public void Compute_EventDayIncluded_GivesTheWorkedExample(string from, int count, string due) =>
        Assert.Equal(due, Due(WorkingCalendar.Default, Term.WorkingDays(count) with { Inclusive = true }, from));

    [Theory]
    [InlineData("2020-01-26", 7, "2020-02-01")]
    [InlineData("2020-01-26", 20, "2020-02-19")]
    [InlineData("2020-01-27", 7, "2020-02-04")]
    [InlineData("2020-01-27", 20, "2020-02-21")]
    public void Compute_AroundTheAmendmentOf2020_KnowsOnlyWhatWasIssued(string asOf, int count, string due) =>
        Assert.Equal(due, Due(WorkingCalendar.AsOf(Day(asOf)), Term.WorkingDays(count), "2020-01-17"));

    [Theory]
    [InlineData(Roll.None, "2020-08-30")]
    [InlineData(Roll.Next, "2020-08-31")]
    public void Compute_SixtyDaysEndingOnASunday_RollsWhereTheRuleSaysSo(Roll roll, string due) =>
        Assert.Equal(due, Due(WorkingCalendar.Default, new(TermUnit.CalendarDays, 60, Roll: roll), "2020-07-01"));

    [Fact]
    public void Compute_ThreeMonths_EndsOnTheCorrespondingDay() =>
        Assert.Equal("2020-09-28", Due(WorkingCalendar.Default, new(TermUnit.Months, 3), "2020-06-28"));

    [Theory]
    [InlineData("2016-09-13", "2016-10-08")] // the 5th is in the national holiday; 10-08 is a make-up Saturday
    [InlineData("2017-01-20", "2017-02-06")]
    public void Compute_TheFifthOfTheNextMonth_RollsToTheNextWorkingDay(string from, string due) =>
        Assert.Equal(due, Due(WorkingCalendar.Default, new(TermUnit.DayOfMonth, 5, Roll: Roll.Next), from));

    [Theory]
    [InlineData(SuspensionEffect.Pause, "2024-10-22")]
    [InlineData(SuspensionEffect.Continue, "2024-10-14")]
    public void Compute_SuspendedAfterSixWorkingDays_PausesWhereTheProfileSaysSo(SuspensionEffect effect, string due)
    {
        // Suspended after the end of 09-19, with six working days used; lifted on 09-27.
        Pause[] pauses = [new(Day("2024-09-20"), Day("2024-09-27"))];

        Assert.Equal(6, WorkingCalendar.Default.CountWorkingDays(Day("2024-09-10"), Day("2024-09-19")));
        Assert.Equal(due, Deadlines.Compute(WorkingCalendar.Default, Term.WorkingDays(20), Day("2024-09-10"), pauses, effect).Due.Text());
    }

    [Theory]
    [InlineData(2014, 250)]
    [InlineData(2015, 249)]
    [InlineData(2016, 250)]
    [InlineData(2017, 249)]
    [InlineData(2018, 250)]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void CountWorkingDays_OfAYear_IsThatOfTheNotices(int year, int count) =>
        Assert.Equal(count, WorkingCalendar.Default.CountWorkingDays(new(year - 1, 12, 31), new(year, 12, 31)));

    private static string Due(WorkingCalendar calendar, Term term, string from) => Deadlines.Compute(calendar, term, Day(from)).Due.Text();
}
