namespace EntCredit.Domain.Calendar;

/// <summary>The end of a statutory period.</summary>
/// <param name="Due">The last day, in the legal zone.</param>
/// <param name="DueInstant">The instant at which the last day has ended: 24:00 Asia/Shanghai, exclusive, in UTC.</param>
/// <param name="Provisional">True where a year that it touches has no notice yet, so that it may still move.</param>
/// <param name="CalendarVersion">The version of the calendar that it was computed with.</param>
public readonly record struct Deadline(DateOnly Due, DateTimeOffset DueInstant, bool Provisional, string CalendarVersion);
