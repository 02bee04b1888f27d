using EntCredit.Domain.Calendar;

namespace EntCredit.Domain.Tests.Calendar;

/// <summary>The calendar as one would write it without an index: what a notice says of a day, else its weekday; one day after the other.</summary>
internal sealed class NaiveCalendar(WorkingCalendar calendar)
{
    public bool Works(DateOnly day)
    {
        // The newest notice that mentions the day decides.
        foreach (var notice in calendar.Notices.Reverse())
        {
            if (notice.MakeUpDays.Contains(day))
            {
                return true;
            }

            if (notice.DaysOff.Any(run => run.From <= day && day <= run.To))
            {
                return false;
            }
        }

        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    public DateOnly Add(DateOnly from, int count, bool inclusive) => Paused(from, count, inclusive, []);

    public DateOnly Paused(DateOnly from, int count, bool inclusive, IReadOnlyList<Pause> pauses)
    {
        var day = inclusive ? from : from.AddDays(1);
        while (true)
        {
            if (Works(day) && !pauses.Any(p => p.From <= day && day <= p.Until) && --count == 0)
            {
                return day;
            }

            day = day.AddDays(1);
        }
    }

    public DateOnly Subtract(DateOnly from, int count)
    {
        var day = from;
        while (count > 0)
        {
            day = day.AddDays(-1);
            count -= Works(day) ? 1 : 0;
        }

        return day;
    }

    public int Count(DateOnly after, DateOnly through)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= through; day = day.AddDays(1))
        {
            count += Works(day) ? 1 : 0;
        }

        return count;
    }
}
