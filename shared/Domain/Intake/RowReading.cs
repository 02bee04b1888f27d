namespace EntCredit.Domain.Intake;

/// <summary>What became of one row.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Content">What was understood, even of a refused row: its mended successor is matched to it.</param>
/// <param name="Findings">What was found, in the order of the columns.</param>
public sealed record RowReading(int Line, RecordContent Content, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether the row is taken: nothing found in it is certainly wrong.</summary>
    public bool Accepted => Findings.All(f => f.Severity != Severity.Error);
}
