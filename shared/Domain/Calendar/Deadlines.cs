namespace EntCredit.Domain.Calendar;

/// <summary>Computes the end of statutory periods, and explains it.</summary>
public static class Deadlines
{
    /// <summary>The first day that a period may start: since then the legal zone has had no summer time.</summary>
    public static DateOnly Earliest { get; } = new(1992, 1, 1);

    /// <summary>The last day that a period may start.</summary>
    public static DateOnly Latest { get; } = new(2199, 12, 31);

    /// <summary>The end of a period that nothing pauses.</summary>
    /// <param name="calendar">The calendar version to count by.</param>
    /// <param name="term">The period.</param>
    /// <param name="from">The day of the event that starts it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The term is not valid, or the day lies outside <see cref="Earliest"/> to <see cref="Latest"/>.</exception>
    public static Deadline Compute(WorkingCalendar calendar, Term term, DateOnly from)
    {
        Require(term, from);
        return End(calendar, term, from, LastDay(calendar, term, from));
    }

    /// <summary>The end of a period that suspensions may pause.</summary>
    /// <param name="calendar">The calendar version to count by.</param>
    /// <param name="term">The period.</param>
    /// <param name="from">The day of the event that starts it.</param>
    /// <param name="pauses">The suspensions that have been lifted, in any order.</param>
    /// <param name="effect">What a suspension does to the period.</param>
    /// <exception cref="ArgumentOutOfRangeException">As above; or a pause ends before it begins.</exception>
    public static Deadline Compute(
        WorkingCalendar calendar, Term term, DateOnly from, IReadOnlyList<Pause> pauses, SuspensionEffect effect = SuspensionEffect.Pause)
    {
        Require(term, from);
        var last = LastDay(calendar, term, from);
        return End(calendar, term, from, effect == SuspensionEffect.Pause ? Pauses.Extend(calendar, term, from, last, pauses) : last);
    }

    /// <summary>
    /// The end of an open obligation's period after the calendar has changed under it: the latest of its due days under every
    /// version in force since it opened, so never earlier than any that was announced.
    /// </summary>
    /// <param name="versions">The versions in force since the obligation opened, oldest first; at least one.</param>
    /// <param name="term">The period.</param>
    /// <param name="from">The day of the event that starts it.</param>
    /// <param name="pauses">The suspensions that pause it.</param>
    public static AmendedDeadline LatestUnder(
        IEnumerable<WorkingCalendar> versions, Term term, DateOnly from, IReadOnlyList<Pause>? pauses = null)
    {
        var known = versions.ToList();
        ArgumentOutOfRangeException.ThrowIfZero(known.Count, nameof(versions));
        var each = known.ConvertAll(calendar => Compute(calendar, term, from, pauses ?? []));
        var newest = each[^1];
        var latest = each.Aggregate((a, b) => b.Due >= a.Due ? b : a);
        // What is still unknown is decided by the newest version: an older one could not know its notices.
        var effective = latest with { Provisional = newest.Provisional || known[^1].IsProvisional(latest.Due) };
        return new(each[0], newest, effective);
    }

    /// <summary>The end of a period, and why it is that day: each day counted or skipped.</summary>
    /// <param name="calendar">The calendar version to count by.</param>
    /// <param name="term">The period.</param>
    /// <param name="from">The day of the event that starts it.</param>
    /// <param name="grounds">The fact that it starts from, the rule and its article, where known.</param>
    /// <param name="pauses">The suspensions that have been lifted, in any order.</param>
    /// <param name="effect">What a suspension does to the period.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for computing it.</exception>
    public static DeadlineExplanation Explain(
        WorkingCalendar calendar,
        Term term,
        DateOnly from,
        DeadlineGrounds? grounds = null,
        IReadOnlyList<Pause>? pauses = null,
        SuspensionEffect effect = SuspensionEffect.Pause)
    {
        var suspensions = Pauses.Merge(pauses ?? []);
        var deadline = Compute(calendar, term, from, suspensions, effect);
        var taken = effect == SuspensionEffect.Pause ? suspensions : [];
        return new(
            from,
            grounds ?? DeadlineGrounds.None,
            term,
            deadline.Due,
            deadline.DueInstant,
            Compute(calendar, term, from).Due,
            deadline.Provisional,
            deadline.CalendarVersion,
            effect,
            suspensions,
            DayByDay.Walk(calendar, term, from, taken, deadline.Due));
    }

    /// <summary>The first day that can count: the day of the event, or by 民法典 201条 the day after it.</summary>
    internal static DateOnly FirstDay(Term term, DateOnly from) => term.Inclusive ? from : from.AddDays(1);

    internal static DateOnly LastDay(WorkingCalendar calendar, Term term, DateOnly from) => term.Unit switch
    {
        TermUnit.WorkingDays => calendar.AddWorkingDays(from, term.Count, term.Inclusive),
        TermUnit.CalendarDays => from.AddDays(term.Inclusive ? term.Count - 1 : term.Count),
        TermUnit.Months => CorrespondingDay(from, term),
        _ => DayOfNextMonth(from, term.Count),
    };

    internal static Deadline End(WorkingCalendar calendar, Term term, DateOnly from, DateOnly lastDay)
    {
        var due = term.Roll == Roll.Next ? calendar.NextWorkingDay(lastDay) : lastDay;
        var provisional = calendar.IsProvisional(due) || (term.Unit == TermUnit.WorkingDays && AnyProvisional(calendar, FirstDay(term, from), due));
        return new(due, LegalZone.EndOf(due), provisional, calendar.Version);
    }

    internal static void Require(Term term, DateOnly from)
    {
        if (!term.IsValid)
        {
            throw new ArgumentOutOfRangeException(nameof(term), term, $"{term.Unit} takes 1 to {Term.Most(term.Unit)}.");
        }

        if (from < Earliest || from > Latest)
        {
            throw new ArgumentOutOfRangeException(nameof(from), from, $"A period starts from {Earliest:yyyy-MM-dd} to {Latest:yyyy-MM-dd}.");
        }
    }

    // 民法典 202条: the corresponding day of the last month; without one, the last day of that month.
    private static DateOnly CorrespondingDay(DateOnly from, Term term)
    {
        var day = from.AddMonths(term.Count);
        return term.Inclusive && day.Day == from.Day ? day.AddDays(-1) : day;
    }

    private static DateOnly DayOfNextMonth(DateOnly from, int day)
    {
        var month = from.AddMonths(1);
        return new(month.Year, month.Month, Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month)));
    }

    private static bool AnyProvisional(WorkingCalendar calendar, DateOnly first, DateOnly due)
    {
        for (var year = first.Year; year < due.Year; year++)
        {
            if (calendar.IsProvisional(year))
            {
                return true;
            }
        }

        return false;
    }
}
