namespace EntCredit.Stores.Workbooks;

/// <summary>A sheet to write. Every cell is text: nothing in it can run, and no spreadsheet rounds a code.</summary>
/// <param name="Name">Its name, at most 31 characters.</param>
/// <param name="Header">The cells of its first row, in bold, held in place while scrolling; empty where it has none.</param>
/// <param name="Rows">The rows below, read once.</param>
public sealed record WorkbookSheet(string Name, IReadOnlyList<string> Header, IAsyncEnumerable<IReadOnlyList<string>> Rows)
{
    /// <summary>Whether it is there for other sheets only.</summary>
    public bool Hidden { get; init; }

    /// <summary>The widths of the first columns, in characters.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [];

    /// <summary>What may be chosen in columns.</summary>
    public IReadOnlyList<DropDown> DropDowns { get; init; } = [];
}

/// <summary>The values of which a column's cells may be chosen.</summary>
/// <param name="Column">The column, 0 for the first.</param>
/// <param name="Source">Where the values stand: a range, e.g. '代码'!$A$1:$A$5.</param>
/// <param name="Strict">Whether another value is refused; otherwise it is only asked about.</param>
public sealed record DropDown(int Column, string Source, bool Strict);
