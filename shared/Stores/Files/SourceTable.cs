using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>A table found in a file: its header is known, its rows are read once, as a stream.</summary>
public abstract class SourceTable : IAsyncDisposable
{
    /// <summary>The header cells as the file spells them, trimmed.</summary>
    public abstract IReadOnlyList<string> Header { get; }

    /// <summary>The line of the header, 1 for the first.</summary>
    public abstract int HeaderLine { get; }

    /// <summary>csv, tsv, xlsx or xls.</summary>
    public abstract string Format { get; }

    /// <summary>The encoding found (utf-8, gb18030, utf-16), or null for a workbook.</summary>
    public abstract string? Encoding { get; }

    /// <summary>Whether it is of a workbook that counts days from 1904: a number in it that is meant as a day is another day than in most.</summary>
    public virtual bool From1904 => false;

    /// <summary>How many bytes of the file are read so far.</summary>
    public abstract long BytesRead { get; }

    /// <summary>The rows below the header, blank ones left out, each with at least as many cells as the header.</summary>
    /// <exception cref="FileRefusedException">The rest of the file cannot be read; rows already given stay as they are.</exception>
    public abstract IAsyncEnumerable<SourceRow> RowsAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>A row of the header's width.</summary>
    private protected static SourceRow Padded(SourceRow row, int width)
    {
        if (row.Cells.Count >= width) return row;
        var cells = new string[width];
        for (var i = 0; i < width; i++) cells[i] = i < row.Cells.Count ? row.Cells[i] : "";
        return row with { Cells = cells };
    }
}
