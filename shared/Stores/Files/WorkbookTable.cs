using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using EntCredit.Domain.Intake;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace EntCredit.Stores.Files;

/// <summary>A table in a workbook's first sheet that has one. Days become ISO text; a number too long for the format shows its loss.</summary>
internal sealed class WorkbookTable : SourceTable
{
    private readonly Stream _stream;
    private readonly IExcelDataReader _reader;
    private readonly FileLimits _limits;
    private readonly string _format;
    private readonly Queue<SourceRow> _ahead = new();
    private readonly List<SourceRow> _seen = [];
    private List<string> _header = [];
    private int _headerLine;
    private int _line;

    private WorkbookTable(Stream stream, IExcelDataReader reader, string format, FileLimits limits) =>
        (_stream, _reader, _format, _limits) = (stream, reader, format, limits);

    public override IReadOnlyList<string> Header => _header;

    public override int HeaderLine => _headerLine;

    public override string Format => _format;

    public override string? Encoding => null;

    public override long BytesRead => _stream.Position;

    public static async Task<WorkbookTable> OpenAsync(
        Stream stream, string format, FileLimits limits, Func<IReadOnlyList<string>, int>? headerScore, CancellationToken cancellationToken)
    {
        if (format == FileFormat.Xlsx) await ZipGuard.CheckAsync(stream, limits, cancellationToken).ConfigureAwait(false);
        // The library asks for code page 1252 while it is set up: the code pages are registered with the first use of GB18030.
        var fallback = EncodingProbe.Gb18030;
        var configuration = new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = fallback };
        var reader = Guarded(() => ExcelReaderFactory.CreateReader(stream, configuration));
        var table = new WorkbookTable(stream, reader, format, limits);
        try
        {
            table.FindHeader(headerScore);
            return table;
        }
        catch
        {
            await table.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override async IAsyncEnumerable<SourceRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        while (_ahead.TryDequeue(out var row)) yield return row;
        while (Next() is { } row)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    public override ValueTask DisposeAsync()
    {
        _reader.Dispose();
        return ValueTask.CompletedTask;
    }

    private void FindHeader(Func<IReadOnlyList<string>, int>? headerScore)
    {
        if (_reader.ResultsCount > _limits.MaxSheets) throw new FileRefusedException(IntakeErrors.ArchiveCrowded, _reader.ResultsCount, _limits.MaxSheets);
        var chosen = -1;
        var names = new List<string>();
        for (var sheet = 0; sheet < _reader.ResultsCount; sheet++)
        {
            if (IsVisible() && Look(headerScore))
            {
                if (_ahead.Count > 0) names.Add(_reader.Name);
                if (chosen < 0 || _ahead.Count > 0 && names.Count == 1) chosen = sheet;
            }

            if (sheet + 1 < _reader.ResultsCount) Guarded(() => _reader.NextResult());
        }

        if (names.Count > 1) throw new FileRefusedException(IntakeErrors.SeveralSheets, string.Join("、", names));
        if (chosen < 0) throw HeaderFinder.Missing(_seen, headerScore);
        if (_reader.ResultsCount == 1) return;
        Guarded(() => _reader.Reset());
        for (var sheet = 0; sheet < chosen; sheet++) Guarded(() => _reader.NextResult());
        Look(headerScore);
    }

    private bool IsVisible() => !string.Equals(_reader.VisibleState, "hidden", StringComparison.OrdinalIgnoreCase) &&
        !string.Equals(_reader.VisibleState, "veryhidden", StringComparison.OrdinalIgnoreCase);

    // Reads the sheet's first rows and finds its header among them; what follows it waits in the queue.
    private bool Look(Func<IReadOnlyList<string>, int>? headerScore)
    {
        _ahead.Clear();
        _header = [];
        _line = 0;
        var rows = new List<SourceRow>();
        while (rows.Count < HeaderFinder.Rows && Next() is { } row) rows.Add(row);
        var at = HeaderFinder.Find(rows, headerScore);
        if (at < 0)
        {
            _seen.AddRange(rows);
            return false;
        }

        _header = [.. rows[at].Cells.Select(c => c.Trim())];
        _headerLine = rows[at].Line;
        foreach (var row in rows.Skip(at + 1)) _ahead.Enqueue(Padded(row.Line, [.. row.Cells], _header.Count));
        return true;
    }

    private SourceRow? Next() => Guarded(NextUnguarded);

    private SourceRow? NextUnguarded()
    {
        while (_reader.Read())
        {
            _line++;
            var cells = new List<string>(_header.Count);
            var blank = true;
            var last = Math.Min(_reader.FieldCount, 20_000);
            for (var i = 0; i < last; i++)
            {
                var text = TextOf(_reader.GetValue(i));
                if (text.Length == 0) continue;
                if (i >= _limits.MaxColumns) throw new FileRefusedException(IntakeErrors.TooManyColumns, i + 1, _limits.MaxColumns);
                if (text.Length > _limits.MaxRecordBytes) throw new FileRefusedException(IntakeErrors.RecordTooLong, _line, _limits.MaxRecordBytes);
                while (cells.Count < i) cells.Add("");
                cells.Add(text);
                blank = blank && string.IsNullOrWhiteSpace(text);
            }

            if (!blank) return Padded(_line, cells, _header.Count);
        }

        return null;
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        // A double holds fifteen digits: a longer code has lost its end, and must not look as if it had not.
        double number when Math.Abs(number) >= 1e15 => number.ToString("0.00000000000000E+0", CultureInfo.InvariantCulture),
        double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        bool flag => flag ? "是" : "否",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // The libraries meet hostile bytes with whatever exception they come upon; to a department they all mean one thing.
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException)
        {
            throw new FileRefusedException(IntakeErrors.WorkbookLocked);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or FileRefusedException or OperationCanceledException))
        {
            throw new FileRefusedException(IntakeErrors.ArchiveDamaged);
        }
    }

    private static void Guarded(Action read) => Guarded(() =>
    {
        read();
        return true;
    });
}
