using EntCredit.Domain.Calendar;

namespace EntCredit.Domain.Obligations;

/// <summary>Opens and closes duties by the calendar.</summary>
public static class Duties
{
    /// <summary>A duty counted from a day by a term.</summary>
    public static OpenedDuty Open(WorkingCalendar calendar, string rule, string debtor, Term term, DateOnly from)
    {
        var deadline = Deadlines.Compute(calendar, term, from);
        return new OpenedDuty(rule, debtor, from, deadline.Due, deadline.CalendarVersion, deadline.Provisional);
    }

    /// <summary>The end of a duty that was kept at an instant: met up to 24:00 of its last day, late after it.</summary>
    public static ClosedDuty Keep(OpenedDuty duty, DateTimeOffset at, string? lateReason = null) =>
        at < LegalZone.EndOf(duty.Due)
            ? new ClosedDuty(duty.Rule, DutyOutcome.Met)
            : new ClosedDuty(duty.Rule, DutyOutcome.Late, lateReason);
}
