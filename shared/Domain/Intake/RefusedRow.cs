namespace EntCredit.Domain.Intake;

/// <summary>A refused row, as it goes back to its department to be corrected and sent again.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="RecordId">The id under which its correction is awaited; sent back in the column 记录编号 it keeps the first identity.</param>
/// <param name="CorrectionDue">The last day for sending it corrected, or null where no rule sets one.</param>
/// <param name="Cells">The row's cells as read.</param>
/// <param name="Findings">What was found in it; at least one error.</param>
public sealed record RefusedRow(int Line, string? RecordId, DateOnly? CorrectionDue, IReadOnlyList<string> Cells, IReadOnlyList<Finding> Findings);
