namespace EntCredit.Domain.Intake;

/// <summary>A day as read from text.</summary>
/// <param name="Day">The day, or null where there is a fault.</param>
/// <param name="Shape">How it was written, or why it is no day.</param>
public readonly record struct DateReading(DateOnly? Day, DateShape Shape);
