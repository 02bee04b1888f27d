namespace EntCredit.Domain.Calendar;

/// <summary>Walks a period one day at a time, for its explanation: what the index does in two look-ups, spelled out.</summary>
internal static class DayByDay
{
    /// <summary>Each day from the event to the last one.</summary>
    /// <param name="calendar">The calendar version.</param>
    /// <param name="term">The period.</param>
    /// <param name="from">The day of the event.</param>
    /// <param name="pauses">The pauses that are taken out.</param>
    /// <param name="due">The last day, to which the walk goes.</param>
    public static IReadOnlyList<ExplainedDay> Walk(
        WorkingCalendar calendar, Term term, DateOnly from, IReadOnlyList<Pause> pauses, DateOnly due)
    {
        List<ExplainedDay> days = [];
        if (!term.Inclusive)
        {
            days.Add(Explained(calendar.Describe(from), DayReason.EventDay));
        }

        var nominal = Pauses.Extend(calendar, term, from, Deadlines.LastDay(calendar, term, from), pauses);
        var number = 0;
        // Of 每月N日 only the named day and what follows it says anything.
        var day = term.Unit == TermUnit.DayOfMonth ? nominal : Deadlines.FirstDay(term, from);
        for (; day <= due; day = day.AddDays(1))
        {
            var known = calendar.Describe(day);
            var reason = Reason(term, known, day, nominal, pauses);
            days.Add(Counts(reason) ? Explained(known, reason) with { Counted = true, Number = ++number } : Explained(known, reason));
        }

        return days;
    }

    private static DayReason Reason(Term term, CalendarDay known, DateOnly day, DateOnly nominal, IReadOnlyList<Pause> pauses)
    {
        if (day > nominal)
        {
            return known.Works ? DayReason.RolledTo : Off(known);
        }

        if (term.Unit == TermUnit.DayOfMonth)
        {
            return DayReason.NamedDay;
        }

        if (pauses.Any(p => p.From <= day && day <= p.Until))
        {
            return DayReason.Paused;
        }

        if (term.Unit != TermUnit.WorkingDays)
        {
            return DayReason.CalendarDay;
        }

        return known.Kind switch
        {
            DayKind.Workday => DayReason.WorkingDay,
            DayKind.MakeUpDay => DayReason.MakeUpDay,
            _ => Off(known),
        };
    }

    private static DayReason Off(CalendarDay known) => known.Kind == DayKind.DayOff ? DayReason.DayOff : DayReason.Weekend;

    private static bool Counts(DayReason reason) => reason is DayReason.WorkingDay or DayReason.MakeUpDay or DayReason.CalendarDay;

    private static ExplainedDay Explained(CalendarDay known, DayReason reason) =>
        new(known.Date, false, null, reason, known.Holiday, known.Notice?.Id, known.Provisional);
}
