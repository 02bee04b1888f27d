namespace EntCredit.Domain.Calendar;

/// <summary>One day as a calendar version knows it.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Holiday">The holiday that it is off for, as the notice names it; null for other kinds.</param>
/// <param name="Notice">The notice that says so; null where only the weekday decides.</param>
/// <param name="Provisional">True where the day's year has no notice in this version.</param>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, string? Holiday, HolidayNotice? Notice, bool Provisional)
{
    /// <summary>True for a working day.</summary>
    public bool Works => Kind is DayKind.Workday or DayKind.MakeUpDay;
}
