using EntCredit.Domain.Calendar;
using static EntCredit.Domain.Tests.Calendar.Days;

namespace EntCredit.Domain.Tests.Calendar;

public sealed class PauseTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Default;

    [Theory]
    [InlineData("2026-03-01", "2026-03-10", "2026-03-19")] // over before the first day that counts: 03-10 is the event day
    [InlineData("2026-03-14", "2026-03-15", "2026-03-19")] // a weekend takes no working day away
    [InlineData("2026-03-20", "2026-03-31", "2026-03-19")] // began after the last day
    [InlineData("2026-03-19", "2026-03-19", "2026-03-20")] // the last day itself
    [InlineData("2026-03-11", "2026-03-11", "2026-03-20")] // the first day that counts
    [InlineData("2026-03-13", "2026-03-16", "2026-03-23")] // Friday to Monday: two working days
    public void Compute_OnePause_TakesOutItsWorkingDays(string first, string last, string due) =>
        Assert.Equal(due, Due(Term.WorkingDays(7), "2026-03-10", (first, last)));

    [Fact]
    public void Compute_PausesThatOverlapOrTouch_TakeNoDayOutTwice()
    {
        var one = Due(Term.WorkingDays(7), "2026-03-10", ("2026-03-12", "2026-03-18"));

        Assert.Equal(one, Due(Term.WorkingDays(7), "2026-03-10", ("2026-03-16", "2026-03-18"), ("2026-03-12", "2026-03-16")));
        Assert.Equal(one, Due(Term.WorkingDays(7), "2026-03-10", ("2026-03-17", "2026-03-18"), ("2026-03-12", "2026-03-16")));
        Assert.Equal(one, Due(Term.WorkingDays(7), "2026-03-10", ("2026-03-12", "2026-03-18"), ("2026-03-13", "2026-03-14")));
    }

    [Fact]
    public void Compute_SecondPauseReachedOnlyThroughTheFirst_CountsToo() =>
        // Without the first pause the period would have ended on 03-19, before the second.
        Assert.Equal("2026-03-25", Due(Term.WorkingDays(7), "2026-03-10", ("2026-03-12", "2026-03-13"), ("2026-03-20", "2026-03-23")));

    [Theory]
    [InlineData(TermUnit.CalendarDays, 60, false, "2026-05-19")] // ten days later
    [InlineData(TermUnit.Months, 2, false, "2026-05-20")]
    [InlineData(TermUnit.DayOfMonth, 5, false, "2026-04-05")] // a named day is no running period
    [InlineData(TermUnit.CalendarDays, 60, true, "2026-05-18")]
    public void Compute_OtherUnits_MoveByThePausedDays(TermUnit unit, int count, bool inclusive, string due) =>
        Assert.Equal(due, Due(new(unit, count, inclusive), "2026-03-10", ("2026-03-21", "2026-03-30")));

    [Fact]
    public void Compute_PausedLastDayOnAHoliday_RollsAfterThePause() =>
        Assert.Equal("2026-05-06", Due(new(TermUnit.CalendarDays, 60, Roll: Roll.Next), "2026-02-28", ("2026-03-10", "2026-03-14")));

    [Fact]
    public void Compute_EventDayIncludedAndPaused_TakesTheEventDayOut() =>
        Assert.Equal("2026-03-12", Due(Term.WorkingDays(2) with { Inclusive = true }, "2026-03-10", ("2026-03-10", "2026-03-10")));

    [Fact]
    public void Compute_PauseThatEndsBeforeItBegins_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Due(Term.WorkingDays(7), "2026-03-10", ("2026-03-12", "2026-03-11")));

    private static string Due(Term term, string from, params (string From, string Until)[] pauses) =>
        Deadlines.Compute(Calendar, term, Day(from), [.. pauses.Select(p => new Pause(Day(p.From), Day(p.Until)))]).Due.Text();
}
