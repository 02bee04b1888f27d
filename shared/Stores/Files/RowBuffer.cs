using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>The cells of one row of a workbook while it is read, held to the limits.</summary>
internal sealed class RowBuffer(FileLimits limits)
{
    private readonly string?[] _cells = new string?[limits.MaxColumns];
    private int _width;
    private long _length;
    private bool _blank = true;

    /// <summary>Begins a row.</summary>
    public void Clear()
    {
        Array.Clear(_cells, 0, _width);
        (_width, _length, _blank) = (0, 0, true);
    }

    /// <summary>Sets a cell.</summary>
    /// <exception cref="FileRefusedException">It is too far to the right, or too long.</exception>
    public void Set(int column, string text, int line)
    {
        if (text.Length == 0) return;
        if (column >= limits.MaxColumns) throw new FileRefusedException(IntakeErrors.TooManyColumns, column + 1, limits.MaxColumns);
        _length += text.Length;
        if (_length > limits.MaxRecordBytes) throw new FileRefusedException(IntakeErrors.RecordTooLong, line, limits.MaxRecordBytes);
        _cells[column] = text;
        _width = Math.Max(_width, column + 1);
        _blank = _blank && string.IsNullOrWhiteSpace(text);
    }

    /// <summary>The row, or null where it says nothing.</summary>
    public SourceRow? Row(int line)
    {
        if (_blank) return null;
        var cells = new string[_width];
        for (var i = 0; i < _width; i++) cells[i] = _cells[i] ?? "";
        return new SourceRow(line, cells);
    }
}
