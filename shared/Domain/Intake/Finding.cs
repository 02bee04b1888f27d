namespace EntCredit.Domain.Intake;

/// <summary>Whether a finding refuses the row. What is not certain only warns.</summary>
public enum Severity
{
    /// <summary>The row is taken; somebody should look.</summary>
    Warning,

    /// <summary>The row is refused.</summary>
    Error,
}

/// <summary>One thing found wrong or doubtful in one row.</summary>
/// <param name="Line">The line of the file, 1 for the first, as a clerk's spreadsheet counts it.</param>
/// <param name="Column">The header as the file spells it, or the field's name where the column is missing.</param>
/// <param name="Value">The value as read, cut to 200 characters; never a personal identity number (masked).</param>
/// <param name="Code">The catalogue's code, e.g. EC2101.</param>
/// <param name="Severity">Whether the row is refused.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
/// <param name="Mend">What to do, in Chinese.</param>
public sealed record Finding(int Line, string Column, string Value, string Code, Severity Severity, string Message, string Mend);
