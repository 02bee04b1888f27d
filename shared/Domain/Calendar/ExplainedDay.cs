namespace EntCredit.Domain.Calendar;

/// <summary>One day of a period, and what became of it.</summary>
/// <param name="Date">The day.</param>
/// <param name="Counted">True where it counts.</param>
/// <param name="Number">Which counted day it is, 1 for the first; null where it does not count.</param>
/// <param name="Reason">Why.</param>
/// <param name="Holiday">The holiday that it is off for, as the notice names it.</param>
/// <param name="Notice">The id of the notice that arranges the day; null where only its weekday decides.</param>
/// <param name="Provisional">True where the day's year has no notice yet.</param>
public sealed record ExplainedDay(
    DateOnly Date, bool Counted, int? Number, DayReason Reason, string? Holiday, string? Notice, bool Provisional)
{
    /// <summary>The day as a Chinese sentence.</summary>
    public string Text => ChineseText.Of(this);
}
