namespace EntCredit.Domain.Intake;

/// <summary>A row as read from a file.</summary>
/// <param name="Line">The line of the file, 1 for the first, as a clerk's spreadsheet counts it.</param>
/// <param name="Cells">The cells in the order of the header; a missing cell is an empty string.</param>
public sealed record SourceRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>Whether its quotes break the rules of CSV, so that how it was divided into cells is a guess.</summary>
    public bool OddQuotes { get; init; }
}
