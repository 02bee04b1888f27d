namespace EntCredit.Domain.Calendar;

/// <summary>What suspensions that have been lifted do to the last day of a period.</summary>
internal static class Pauses
{
    /// <summary>The last day, moved by as many counted days as lie in the pauses.</summary>
    public static DateOnly Extend(WorkingCalendar calendar, Term term, DateOnly from, DateOnly last, IReadOnlyList<Pause> pauses)
    {
        // 每月N日前 is a day and no running period: there is nothing to pause.
        if (pauses.Count == 0 || term.Unit == TermUnit.DayOfMonth)
        {
            return last;
        }

        var dayBefore = term.Inclusive ? from.AddDays(-1) : from;
        foreach (var pause in Merge(pauses))
        {
            if (pause.From > last)
            {
                break;
            }

            var before = pause.From.AddDays(-1) is var eve && eve > dayBefore ? eve : dayBefore;
            last = term.Unit == TermUnit.WorkingDays
                ? calendar.AddWorkingDays(last, calendar.CountWorkingDays(before, pause.Until))
                : last.AddDays(Math.Max(0, pause.Until.DayNumber - before.DayNumber));
        }

        return last;
    }

    /// <summary>The pauses in order, those that overlap or touch made one, so that no day is taken out twice.</summary>
    public static IReadOnlyList<Pause> Merge(IReadOnlyList<Pause> pauses)
    {
        List<Pause> merged = [];
        foreach (var pause in pauses.OrderBy(p => p.From))
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(pause.Until, pause.From, nameof(pauses));
            if (merged.Count > 0 && pause.From <= merged[^1].Until.AddDays(1))
            {
                merged[^1] = merged[^1] with { Until = pause.Until > merged[^1].Until ? pause.Until : merged[^1].Until };
            }
            else
            {
                merged.Add(pause);
            }
        }

        return merged;
    }
}
