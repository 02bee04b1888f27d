namespace EntCredit.Domain.Calendar;

/// <summary>A time in which a period does not run, both days included.</summary>
/// <param name="From">The day of the suspension: the first day not counted.</param>
/// <param name="Until">The day of the lifting: the last day not counted; what remains resumes the day after.</param>
public readonly record struct Pause(DateOnly From, DateOnly Until);
