namespace EntCredit.Domain.Calendar;

/// <summary>A holiday notice of the State Council: the yearly one, or an amendment of it in the year.</summary>
/// <param name="Id">The document's id on the government's site, e.g. content_7047091.</param>
/// <param name="Year">The year that it arranges; a December day before it may be among its days.</param>
/// <param name="Issued">The day on which it was issued.</param>
/// <param name="IssuedCertain">False where the day of issue could not be verified.</param>
/// <param name="Amends">The id of the yearly notice that this one amends; null for a yearly notice.</param>
/// <param name="DaysOff">Its days off, as runs of days.</param>
/// <param name="MakeUpDays">The days that are worked in exchange.</param>
public sealed record HolidayNotice(
    string Id,
    int Year,
    DateOnly Issued,
    bool IssuedCertain,
    string? Amends,
    IReadOnlyList<HolidayRun> DaysOff,
    IReadOnlyList<DateOnly> MakeUpDays)
{
    /// <summary>The name of the calendar version in which this is the newest notice, e.g. 2026-content_7047091.</summary>
    public string Version => $"{Year:0000}-{Id}";
}
