using System.Runtime.CompilerServices;
using EntCredit.Domain.Intake;
using ExcelDataReader.Exceptions;

namespace EntCredit.Stores.Files;

/// <summary>A table in the one sheet of a workbook that has one. Days become ISO text; a number too long for the format shows its loss.</summary>
internal sealed class WorkbookTable : SourceTable
{
    private readonly Stream _stream;
    private readonly IWorkbook _book;
    private readonly FileLimits _limits;
    private readonly string _format;
    private readonly Queue<SourceRow> _ahead = new();
    private readonly List<SourceRow> _seen = [];
    private List<string> _header = [];
    private int _headerLine;

    private WorkbookTable(Stream stream, IWorkbook book, string format, FileLimits limits) =>
        (_stream, _book, _format, _limits) = (stream, book, format, limits);

    public override IReadOnlyList<string> Header => _header;

    public override int HeaderLine => _headerLine;

    public override string Format => _format;

    public override string? Encoding => null;

    public override bool From1904 => _book.From1904;

    public override long BytesRead => _stream.Position;

    public static async Task<WorkbookTable> OpenAsync(
        Stream stream, string format, FileLimits limits, Func<IReadOnlyList<string>, int>? headerScore, CancellationToken cancellationToken)
    {
        var book = Guarded<IWorkbook>(() => format == FileFormat.Xlsx ? XlsxWorkbook.Open(stream, limits) : new XlsWorkbook(stream, limits));
        var table = new WorkbookTable(stream, book, format, limits);
        try
        {
            table.FindHeader(headerScore);
            await table.CheckRestAsync(cancellationToken).ConfigureAwait(false);
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
        _book.Dispose();
        return ValueTask.CompletedTask;
    }

    private void FindHeader(Func<IReadOnlyList<string>, int>? headerScore)
    {
        if (_book.Count > _limits.MaxSheets) throw new FileRefusedException(IntakeErrors.ArchiveCrowded, _book.Count, _limits.MaxSheets);
        var chosen = -1;
        var names = new List<string>();
        for (var sheet = 0; sheet < _book.Count; sheet++)
        {
            Select(sheet);
            if (!_book.Visible || !Look(headerScore)) continue;
            if (_ahead.Count > 0) names.Add(_book.Name);
            if (chosen < 0 || _ahead.Count > 0 && names.Count == 1) chosen = sheet;
        }

        if (names.Count > 1) throw new FileRefusedException(IntakeErrors.SeveralSheets, string.Join("、", names));
        if (chosen < 0) throw HeaderFinder.Missing(_seen, headerScore);
        _seen.Clear();
        if (_book.Count == 1) return;
        Select(chosen);
        Look(headerScore);
    }

    private void Select(int sheet) => Guarded(() =>
    {
        _book.Select(sheet);
        return true;
    });

    // Reads the sheet's first rows and finds its header among them; what follows it waits in the queue.
    private bool Look(Func<IReadOnlyList<string>, int>? headerScore)
    {
        _ahead.Clear();
        _header = [];
        var rows = new List<SourceRow>();
        while (rows.Count < HeaderFinder.Rows && Guarded(_book.Next) is { } row) rows.Add(row);
        var at = HeaderFinder.Find(rows, headerScore);
        if (at < 0)
        {
            if (_seen.Count < HeaderFinder.Rows) _seen.AddRange(rows);
            return false;
        }

        _header = [.. rows[at].Cells.Select(c => c.Trim())];
        _headerLine = rows[at].Line;
        foreach (var row in rows.Skip(at + 1)) _ahead.Enqueue(Padded(row, _header.Count));
        return true;
    }

    private SourceRow? Next() => Guarded(_book.Next) is { } row ? Padded(row, _header.Count) : null;

    private async Task CheckRestAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _book.CheckRestAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (ZipGuard.IsDamage(e))
        {
            throw new FileRefusedException(IntakeErrors.ArchiveDamaged);
        }
    }

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
}
