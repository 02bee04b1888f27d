using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>A row and what was made of it.</summary>
/// <param name="Source">The row as read: its cells go back to the department where it is refused.</param>
/// <param name="Reading">What was made of it.</param>
public sealed record CheckedRow(SourceRow Source, RowReading Reading);
