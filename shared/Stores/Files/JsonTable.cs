using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>Records in JSON as a table: the header is every name that occurs, in the order of its first occurrence, so that the text is read twice.</summary>
internal sealed class JsonTable : SourceTable
{
    private readonly Stream _stream;
    private readonly Encoding _encoding;
    private readonly FileLimits _limits;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private List<string> _header = [];
    private bool _lines;

    private JsonTable(Stream stream, Encoding encoding, FileLimits limits) => (_stream, _encoding, _limits) = (stream, encoding, limits);

    public override IReadOnlyList<string> Header => _header;

    public override int HeaderLine => 0;

    public override string Format => _lines ? FileFormat.JsonLines : FileFormat.Json;

    public override string? Encoding => TextTable.NameOf(_encoding);

    public override long BytesRead => _stream.Position;

    public static async Task<JsonTable> OpenAsync(
        Stream stream, Encoding encoding, FileLimits limits, Func<IReadOnlyList<string>, int>? headerScore, CancellationToken cancellationToken)
    {
        var table = new JsonTable(stream, encoding, limits);
        var records = table.Records();
        while (await records.NextAsync(cancellationToken).ConfigureAwait(false)) table.Learn(records);
        if (records.Line == 0) throw new FileRefusedException(IntakeErrors.NoRows);
        table._header = [.. table._columns.Keys];
        table._lines = records.AreLines;
        if (headerScore is not null && headerScore(table._header) == 0) throw HeaderFinder.Missing([new SourceRow(1, table._header)], headerScore);
        return table;
    }

    public override async IAsyncEnumerable<SourceRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var records = Records();
        while (await records.NextAsync(cancellationToken).ConfigureAwait(false))
        {
            var row = Read(records);
            if (row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))) yield return row;
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private JsonRecords Records()
    {
        _stream.Position = 0;
        var mark = new byte[3];
        var count = _stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        _stream.Position = mark is [0xEF, 0xBB, 0xBF] ? 3 : count >= 2 && mark is [0xFF, 0xFE, _] or [0xFE, 0xFF, _] ? 2 : 0;
#pragma warning disable CA2000 // It holds nothing but memory: the stream below stays open.
        return new JsonRecords(
            _encoding is UTF8Encoding ? _stream : System.Text.Encoding.CreateTranscodingStream(_stream, _encoding, new UTF8Encoding(false), leaveOpen: true),
            _limits.MaxRecordBytes);
#pragma warning restore CA2000
    }

    private void Learn(JsonRecords records)
    {
        var reader = new Utf8JsonReader(records.Record.Span, new JsonReaderOptions { AllowTrailingCommas = true });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = TextOf(ref reader, records.Line).Trim();
            if (_columns.TryAdd(name, _columns.Count) && _columns.Count > _limits.MaxColumns)
                throw new FileRefusedException(IntakeErrors.TooManyColumns, _columns.Count, _limits.MaxColumns);
            reader.Skip();
        }
    }

    private SourceRow Read(JsonRecords records)
    {
        var cells = new string[_header.Count];
        Array.Fill(cells, "");
        var reader = new Utf8JsonReader(records.Record.Span, new JsonReaderOptions { AllowTrailingCommas = true });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var column = _columns[TextOf(ref reader, records.Line).Trim()];
            reader.Read();
            var text = ValueOf(ref reader, records);
            // A name that occurs twice in a record: what says something is kept, the first of both.
            if (string.IsNullOrWhiteSpace(cells[column])) cells[column] = text;
        }

        return new SourceRow(records.Line, cells);
    }

    private static string ValueOf(ref Utf8JsonReader reader, JsonRecords records)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return TextOf(ref reader, records.Line);
            case JsonTokenType.Number: return System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.True: return "是";
            case JsonTokenType.False: return "否";
            case JsonTokenType.StartArray: return ListOf(ref reader, records);
            case JsonTokenType.StartObject: return RawOf(ref reader, records);
            default: return "";
        }
    }

    // Several values of one field, as a cell would name them.
    private static string ListOf(ref Utf8JsonReader reader, JsonRecords records)
    {
        var values = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            values.Add(reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject ? RawOf(ref reader, records) : ValueOf(ref reader, records));
        return string.Join('；', values.Where(value => value.Length > 0));
    }

    private static string RawOf(ref Utf8JsonReader reader, JsonRecords records)
    {
        var from = (int)reader.TokenStartIndex;
        reader.Skip();
        return System.Text.Encoding.UTF8.GetString(records.Record.Span[from..(int)reader.BytesConsumed]);
    }

    private static string TextOf(ref Utf8JsonReader reader, int line)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate, or bytes that are no UTF-8.
            throw new FileRefusedException(IntakeErrors.JsonIllegible, line, "含有无法识别的字符");
        }
    }
}
