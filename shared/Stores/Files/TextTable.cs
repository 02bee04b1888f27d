using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>A table in a text: separator found, lines counted as an editor counts them.</summary>
internal sealed class TextTable : SourceTable
{
    private readonly Stream _stream;
    private readonly CsvReader _reader;
    private readonly FileLimits _limits;
    private readonly string _encoding;
    private readonly Queue<SourceRow> _ahead = new();
    private List<string> _header = [];
    private int _headerLine;
    private long _openQuoteAt;

    private TextTable(Stream stream, Encoding encoding, char? separator, FileLimits limits)
    {
        (_stream, _limits) = (stream, limits);
        _encoding = NameOf(encoding);
        _reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator,
            TrackLineNumbers = true,
            MaxRecordSize = limits.MaxRecordBytes,
            Encoding = encoding,
            // Columns repeat themselves, and what repeats is checked once (RowMemo).
            PoolStrings = true,
            OnMalformedRecord = record =>
            {
                if (record.Reason == CsvMalformedReason.UnterminatedQuote) _openQuoteAt = Math.Max(1, record.LineNumber);
            },
        }, leaveOpen: true);
    }

    public override IReadOnlyList<string> Header => _header;

    public override int HeaderLine => _headerLine;

    public override string Format => _reader.Separator == '\t' ? FileFormat.Tsv : FileFormat.Csv;

    public override string? Encoding => _encoding;

    public override long BytesRead => _stream.Position;

    /// <summary>An encoding as receipts name it.</summary>
    public static string NameOf(Encoding encoding) => encoding.CodePage switch { 1200 or 1201 => "utf-16", 54936 => "gb18030", _ => "utf-8" };

    public static async Task<TextTable> OpenAsync(
        Stream stream, Encoding encoding, FileLimits limits, Func<IReadOnlyList<string>, int>? headerScore, CancellationToken cancellationToken)
    {
        var separator = headerScore is null ? null : await SeparatorProbe.FindAsync(stream, encoding, headerScore, cancellationToken).ConfigureAwait(false);
        stream.Position = 0;
        var table = new TextTable(stream, encoding, separator, limits);
        try
        {
            await table.FindHeaderAsync(headerScore, cancellationToken).ConfigureAwait(false);
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
        while (_ahead.TryDequeue(out var row)) yield return row;
        while (await AdvanceAsync(cancellationToken).ConfigureAwait(false))
            if (Current() is { } row) yield return row;
    }

    public override ValueTask DisposeAsync()
    {
        _reader.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task FindHeaderAsync(Func<IReadOnlyList<string>, int>? headerScore, CancellationToken cancellationToken)
    {
        var rows = new List<SourceRow>();
        while (rows.Count < HeaderFinder.Rows && await AdvanceAsync(cancellationToken).ConfigureAwait(false))
            if (Current() is { } row) rows.Add(row);
        var at = HeaderFinder.Find(rows, headerScore);
        if (at < 0) throw HeaderFinder.Missing(rows, headerScore);
        _header = [.. rows[at].Cells.Select(c => c.Trim())];
        while (_header.Count > 0 && _header[^1].Length == 0) _header.RemoveAt(_header.Count - 1);
        _headerLine = rows[at].Line;
        foreach (var row in rows.Skip(at + 1)) _ahead.Enqueue(Padded(row, _header.Count));
    }

    // The row that the reader stands on, or null where it is blank.
    private SourceRow? Current()
    {
        if (_openQuoteAt > 0) throw new FileRefusedException(IntakeErrors.QuoteOpen, _openQuoteAt);
        var count = _reader.FieldCount;
        if (count > _limits.MaxColumns) throw new FileRefusedException(IntakeErrors.TooManyColumns, count, _limits.MaxColumns);
        if (_reader.RawRecord.Length > _limits.MaxRecordBytes) throw new FileRefusedException(IntakeErrors.RecordTooLong, _reader.LineNumber, _limits.MaxRecordBytes);
        var cells = new string[Math.Max(count, _header.Count)];
        var blank = true;
        for (var i = 0; i < count; i++)
        {
            var cell = _reader.GetString(i);
            if (blank && !string.IsNullOrWhiteSpace(cell)) blank = false;
            cells[i] = cell;
        }

        for (var i = count; i < cells.Length; i++) cells[i] = "";
        return blank ? null : new SourceRow((int)Math.Min(_reader.LineNumber, int.MaxValue), cells);
    }

    private async ValueTask<bool> AdvanceAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (CsvFormatException e)
        {
            throw new FileRefusedException(IntakeErrors.RecordTooLong, Math.Max(1, e.LineNumber), _limits.MaxRecordBytes);
        }
    }
}
