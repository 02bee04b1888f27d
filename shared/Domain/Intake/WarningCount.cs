namespace EntCredit.Domain.Intake;

/// <summary>How often one doubt occurred in one column.</summary>
/// <param name="Code">The catalogue's code.</param>
/// <param name="Column">The header as the file spells it.</param>
/// <param name="Count">How often.</param>
/// <param name="FirstLine">The first line with it.</param>
/// <param name="Message">What was doubtful there, in Chinese.</param>
/// <param name="Mend">What to do, in Chinese.</param>
public sealed record WarningCount(string Code, string Column, long Count, int FirstLine, string Message, string Mend);
