using EntCredit.Domain.Calendar;

namespace EntCredit.Domain.Obligations;

/// <summary>Opens and closes duties by the calendar.</summary>
public static class Duties
{
    /// <summary>A duty counted from a day by a term.</summary>
    public static OpenedDuty Open(WorkingCalendar calendar, string rule, string debtor, Term term, DateOnly from)
    {
        var deadline = Deadlines.Compute(calendar, term, from);
        return new OpenedDuty(rule, debtor, from, deadline.Due, deadline.CalendarVersion, deadline.Provisional, term);
    }

    /// <summary>
    /// An open duty under the notices that came since it opened: its last day is the latest of those under every version in force
    /// since then (A26), never earlier than any that was announced. The event keeps the day that was announced first.
    /// </summary>
    public static OpenedDuty Under(CalendarVersions versions, OpenedDuty duty)
    {
        if (duty.Term is not { } term || duty.CalendarVersion == versions.Newest.Version) return duty;
        var later = versions.After(duty.CalendarVersion);
        if (later.Count == 0) return duty;
        var latest = later.Max(calendar => Deadlines.Compute(calendar, term, duty.From, duty.Pauses ?? []).Due);
        return duty with { Due = latest > duty.Due ? latest : duty.Due, CalendarVersion = later[^1].Version };
    }

    /// <summary>
    /// A duty that stood still and goes on: what remained of it runs from the day after the lifting, never less than it was. A duty with a fixed day is
    /// moved by nothing.
    /// </summary>
    public static OpenedDuty Resume(WorkingCalendar calendar, OpenedDuty duty, Pause pause)
    {
        if (duty.Term is not { } term) return duty;
        IReadOnlyList<Pause> before = duty.Pauses ?? [];
        if (before.Count > 0 && pause.From <= before[^1].Until) pause = pause with { From = before[^1].Until.AddDays(1) };
        if (pause.Until < pause.From) return duty;
        IReadOnlyList<Pause> pauses = [.. before, pause];
        var deadline = Deadlines.Compute(calendar, term, duty.From, pauses);

        // A last day that stood later than this calendar counts (A26) moves by as much as the pause took.
        var moved = Pauses.Extend(calendar, term, duty.From, duty.Due, [pause]);
        return duty with
        {
            Due = deadline.Due > moved ? deadline.Due : moved,
            CalendarVersion = deadline.CalendarVersion,
            Provisional = deadline.Provisional,
            Pauses = pauses,
        };
    }

    /// <summary>The end of a duty that was kept at an instant: met up to 24:00 of its last day, late after it.</summary>
    public static ClosedDuty Keep(OpenedDuty duty, DateTimeOffset at, string? lateReason = null) =>
        at < LegalZone.EndOf(duty.Due)
            ? new ClosedDuty(duty.Rule, DutyOutcome.Met)
            : new ClosedDuty(duty.Rule, DutyOutcome.Late, lateReason);
}
