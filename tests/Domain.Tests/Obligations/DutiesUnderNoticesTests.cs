using EntCredit.Domain.Calendar;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Tests.Obligations;

/// <summary>A26: a notice that comes after a duty opened moves its last day later, never earlier.</summary>
public sealed class DutiesUnderNoticesTests
{
    private static readonly HolidayNotice Notice = new(
        "content_9999999", 2027, new DateOnly(2026, 11, 30), true, null, [new HolidayRun("元旦", new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 4))], [new DateOnly(2027, 1, 9)]);

    private static readonly CalendarVersions After = CalendarVersions.Embedded.With(Notice);

    [Fact]
    public void Under_TheVersionThatItWasOpenedWith_IsTheSameDuty()
    {
        var duty = Opened(new DateOnly(2026, 12, 23));

        Assert.Same(duty, Duties.Under(CalendarVersions.Embedded, duty));
    }

    [Fact]
    public void Under_ANoticeThatMakesItsLastDayAHoliday_MovesItLater()
    {
        var duty = Opened(new DateOnly(2026, 12, 23));
        Assert.Equal(new DateOnly(2027, 1, 1), duty.Due);

        Assert.Equal((new DateOnly(2027, 1, 5), "2027-content_9999999"), (Duties.Under(After, duty).Due, Duties.Under(After, duty).CalendarVersion));
    }

    [Fact]
    public void Under_ANoticeThatAddsAMakeUpDay_DoesNotMoveItEarlier()
    {
        var duty = Opened(new DateOnly(2026, 12, 23)) with { Due = new DateOnly(2027, 1, 12) };

        Assert.Equal(new DateOnly(2027, 1, 12), Duties.Under(After, duty).Due);
    }

    [Fact]
    public void Under_ADutyWithAFixedDay_StaysWhereItIs()
    {
        var duty = new OpenedDuty("T5", "housing", new DateOnly(2026, 12, 23), new DateOnly(2027, 1, 1), WorkingCalendar.Default.Version);

        Assert.Same(duty, Duties.Under(After, duty));
    }

    [Fact]
    public void Under_OpenedBeforeSeveralNotices_TakesTheLatestOfThemAll()
    {
        // 2020-01-17: 02-01 before the amendment of 2020-01-27, 02-04 after it (docs/calendar.md).
        var before = WorkingCalendar.AsOf(new DateOnly(2020, 1, 20));
        var duty = Duties.Open(before, "T1", "housing", Term.WorkingDays(7), new DateOnly(2020, 1, 17));
        Assert.Equal(new DateOnly(2020, 2, 1), duty.Due);

        Assert.Equal(new DateOnly(2020, 2, 4), Duties.Under(CalendarVersions.Embedded, duty).Due);
    }

    [Fact]
    public void Keep_OnTheDayThatTheNoticeGave_IsMet()
    {
        var duty = Duties.Under(After, Opened(new DateOnly(2026, 12, 23)));

        Assert.Equal(DutyOutcome.Met, Duties.Keep(duty, LegalZone.EndOf(new DateOnly(2027, 1, 5)).AddTicks(-1)).Outcome);
        Assert.Equal(DutyOutcome.Late, Duties.Keep(duty, LegalZone.EndOf(new DateOnly(2027, 1, 5))).Outcome);
    }

    private static OpenedDuty Opened(DateOnly from) => Duties.Open(WorkingCalendar.Default, "T1", "housing", Term.WorkingDays(7), from);
}
