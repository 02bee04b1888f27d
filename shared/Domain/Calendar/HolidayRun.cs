namespace EntCredit.Domain.Calendar;

/// <summary>A run of days off for one holiday.</summary>
/// <param name="Name">The holiday as the notice names it, e.g. 春节.</param>
/// <param name="From">The first day off.</param>
/// <param name="To">The last day off.</param>
public sealed record HolidayRun(string Name, DateOnly From, DateOnly To)
{
    /// <summary>Each day of the run, in order.</summary>
    public IEnumerable<DateOnly> Days()
    {
        for (var day = From; day <= To; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
