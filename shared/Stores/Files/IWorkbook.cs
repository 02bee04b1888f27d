using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>A workbook, old or new, read sheet by sheet and row by row.</summary>
internal interface IWorkbook : IDisposable
{
    /// <summary>How many sheets it has.</summary>
    int Count { get; }

    /// <summary>The name of the sheet that is read.</summary>
    string Name { get; }

    /// <summary>Whether the sheet that is read is shown.</summary>
    bool Visible { get; }

    /// <summary>Whether it counts days from 1904.</summary>
    bool From1904 { get; }

    /// <summary>Begins to read a sheet, 0 for the first.</summary>
    void Select(int sheet);

    /// <summary>The next row that says anything, or null at the sheet's end.</summary>
    SourceRow? Next();

    /// <summary>Checks what of the file is never read: every part of a workbook is held to the limits.</summary>
    Task CheckRestAsync(CancellationToken cancellationToken);
}
