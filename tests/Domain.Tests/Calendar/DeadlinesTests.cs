using EntCredit.Domain.Calendar;
using static EntCredit.Domain.Tests.Calendar.Days;

namespace EntCredit.Domain.Tests.Calendar;

/// <summary>The rules of 民法典 201条 to 203条, and the edges around them.</summary>
public sealed class DeadlinesTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Default;

    [Fact]
    public void Compute_AnyTerm_EndsAt24HoursInTheLegalZone()
    {
        var deadline = Deadlines.Compute(Calendar, Term.WorkingDays(7), Day("2020-01-17"));

        // 民法典 203条: the last day ends at 24:00; Shanghai's midnight is 16:00 UTC.
        Assert.Equal(new DateTimeOffset(2020, 2, 4, 16, 0, 0, TimeSpan.Zero), deadline.DueInstant);
        Assert.Equal(TimeSpan.Zero, deadline.DueInstant.Offset);
        Assert.Equal(deadline.Due.AddDays(1), LegalZone.DayOf(deadline.DueInstant));
        Assert.Equal(deadline.Due, LegalZone.DayOf(deadline.DueInstant.AddTicks(-1)));
    }

    [Theory]
    [InlineData("2024-01-31", 1, false, "2024-02-29")] // 202条: without a corresponding day, the last day of the month
    [InlineData("2023-01-31", 1, false, "2023-02-28")]
    [InlineData("2024-02-29", 12, false, "2025-02-28")]
    [InlineData("2024-02-29", 1, false, "2024-03-29")]
    [InlineData("2019-12-31", 2, false, "2020-02-29")]
    [InlineData("2024-03-01", 1, true, "2024-03-31")]
    [InlineData("2020-06-28", 3, true, "2020-09-27")]
    [InlineData("2024-01-31", 1, true, "2024-02-29")]
    public void Compute_Months_EndsOnTheCorrespondingDayOrTheLastOfTheMonth(string from, int months, bool inclusive, string due) =>
        Assert.Equal(due, Due(new(TermUnit.Months, months, inclusive), from));

    [Theory]
    [InlineData("2026-03-10", 1, false, "2026-03-11")] // 201条: the day of the event is not counted
    [InlineData("2026-03-10", 1, true, "2026-03-10")]
    [InlineData("2026-03-10", 60, true, "2026-05-08")]
    [InlineData("2026-03-10", 60, false, "2026-05-09")]
    public void Compute_CalendarDays_CountsTheEventDayOnlyWhereTheRuleDoes(string from, int days, bool inclusive, string due) =>
        Assert.Equal(due, Due(new(TermUnit.CalendarDays, days, inclusive), from));

    [Theory]
    [InlineData("2026-01-31", 5, "2026-02-05")]
    [InlineData("2026-01-01", 5, "2026-02-05")]
    [InlineData("2026-01-15", 31, "2026-02-28")]
    [InlineData("2026-12-15", 5, "2027-01-05")]
    public void Compute_DayOfMonth_IsThatOfTheNextMonth(string from, int day, string due) =>
        Assert.Equal(due, Due(new(TermUnit.DayOfMonth, day), from));

    [Theory]
    [InlineData("2026-03-13", true, "2026-03-13")]
    [InlineData("2026-03-14", true, "2026-03-16")] // a Saturday: day 1 is the Monday either way
    [InlineData("2026-03-14", false, "2026-03-16")]
    [InlineData("2026-02-14", true, "2026-02-14")] // a make-up Saturday counts
    public void Compute_OneWorkingDay_IsTheFirstThatCounts(string from, bool inclusive, string due) =>
        Assert.Equal(due, Due(Term.WorkingDays(1) with { Inclusive = inclusive }, from));

    [Theory]
    [InlineData(TermUnit.WorkingDays, "2026-12-25", 4, "2026-12-31", false)]
    [InlineData(TermUnit.WorkingDays, "2026-12-25", 5, "2027-01-01", true)] // nobody has given New Year off yet
    [InlineData(TermUnit.CalendarDays, "2026-12-25", 6, "2026-12-31", false)]
    [InlineData(TermUnit.CalendarDays, "2026-12-25", 7, "2027-01-01", true)]
    [InlineData(TermUnit.Months, "2026-10-08", 3, "2027-01-08", true)]
    [InlineData(TermUnit.WorkingDays, "2013-12-31", 1, "2014-01-02", false)] // the event day is not counted, so its year does not matter
    [InlineData(TermUnit.WorkingDays, "2013-12-30", 2, "2014-01-02", true)]
    public void Compute_TouchingAYearWithoutANotice_IsProvisional(TermUnit unit, string from, int count, string due, bool provisional)
    {
        var deadline = Deadlines.Compute(Calendar, new(unit, count), Day(from));

        Assert.Equal((due, provisional), (deadline.Due.Text(), deadline.Provisional));
    }

    [Fact]
    public void Compute_RollingIntoAYearWithoutANotice_IsProvisional()
    {
        var before2021 = WorkingCalendar.AsOf(Day("2020-11-24"));
        var term = new Term(TermUnit.CalendarDays, 1, Roll: Roll.Next);

        Assert.True(Deadlines.Compute(before2021, term, Day("2021-01-01")).Provisional);
        Assert.False(Deadlines.Compute(Calendar, term, Day("2021-01-01")).Provisional);
        Assert.Equal("2021-01-04", Deadlines.Compute(Calendar, term, Day("2021-01-01")).Due.Text());
    }

    [Theory]
    [InlineData(TermUnit.WorkingDays, 0)]
    [InlineData(TermUnit.WorkingDays, -1)]
    [InlineData(TermUnit.WorkingDays, 10_001)]
    [InlineData(TermUnit.CalendarDays, 14_601)]
    [InlineData(TermUnit.Months, 481)]
    [InlineData(TermUnit.DayOfMonth, 32)]
    public void Compute_TermOutOfRange_Throws(TermUnit unit, int count)
    {
        var term = new Term(unit, count);

        Assert.False(term.IsValid);
        var alone = Assert.Throws<ArgumentOutOfRangeException>(() => Deadlines.Compute(Calendar, term, Day("2026-01-01")));
        Assert.Contains($"{unit} takes 1 to {Term.Most(unit)}.", alone.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadlines.Compute(Calendar, term, Day("2026-01-01"), []));
    }

    [Theory]
    [InlineData(TermUnit.WorkingDays, 10_000)]
    [InlineData(TermUnit.CalendarDays, 14_600)]
    [InlineData(TermUnit.Months, 480)]
    [InlineData(TermUnit.DayOfMonth, 31)]
    [InlineData(TermUnit.WorkingDays, 1)]
    public void Compute_TermAtTheEdge_IsValidOverTheWholeRange(TermUnit unit, int count)
    {
        var term = new Term(unit, count, Roll: Roll.Next);

        Assert.True(term.IsValid);
        Assert.True(Deadlines.Compute(Calendar, term, Deadlines.Earliest).Due > Deadlines.Earliest);
        Assert.True(Deadlines.Compute(Calendar, term, Deadlines.Latest).Due > Deadlines.Latest);
    }

    [Theory]
    [InlineData("1991-12-31")]
    [InlineData("2200-01-01")]
    public void Compute_StartOutOfRange_Throws(string from) =>
        Assert.Contains(
            "A period starts from 1992-01-01 to 2199-12-31.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Deadlines.Compute(Calendar, Term.WorkingDays(1), Day(from))).Message,
            StringComparison.Ordinal);

    private static string Due(Term term, string from) => Deadlines.Compute(Calendar, term, Day(from)).Due.Text();
}
