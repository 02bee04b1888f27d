namespace EntCredit.Domain.Calendar;

/// <summary>
/// Numbers working days: how many lie up to a day, and which day is the Nth. Two array look-ups inside the noticed span;
/// outside of it only the weekday decides, and both are arithmetic. Day numbers are those of <see cref="DateOnly.DayNumber"/>.
/// </summary>
internal sealed class WorkingDayIndex
{
    private readonly int first;
    private readonly int[] through;
    private readonly int[] days;
    private readonly int before;
    private readonly int correction;

    /// <param name="first">The first day number of the noticed span.</param>
    /// <param name="works">For each day of the span, whether it is worked.</param>
    public WorkingDayIndex(int first, bool[] works)
    {
        this.first = first;
        before = Weekdays(first - 1);
        through = new int[works.Length];
        days = new int[works.Count(w => w)];
        var ordinal = 0;
        for (var i = 0; i < works.Length; i++)
        {
            if (works[i])
            {
                days[ordinal++] = first + i;
            }

            through[i] = before + ordinal;
        }

        correction = before + ordinal - Weekdays(first + works.Length - 1);
    }

    /// <summary>How many working days lie from the beginning of the count up to a day, that day included.</summary>
    public int Through(int day)
    {
        var at = day - first;
        if ((uint)at < (uint)through.Length)
        {
            return through[at];
        }

        return at < 0 ? Weekdays(day) : Weekdays(day) + correction;
    }

    /// <summary>The day number of the Nth working day, 1 for the first.</summary>
    public int Nth(int ordinal)
    {
        var at = ordinal - before - 1;
        if ((uint)at < (uint)days.Length)
        {
            return days[at];
        }

        return at < 0 ? NthWeekday(ordinal) : NthWeekday(ordinal - correction);
    }

    // 0001-01-01, day number 0, is a Monday.
    private static int Weekdays(int day) => ((day + 1) / 7 * 5) + Math.Min((day + 1) % 7, 5);

    private static int NthWeekday(int ordinal) => ((ordinal - 1) / 5 * 7) + ((ordinal - 1) % 5);
}
