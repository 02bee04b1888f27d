using System.Globalization;
using ExcelDataReader;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>An old workbook (XLS), through the library that reads it.</summary>
internal sealed class XlsWorkbook : IWorkbook
{
    // The format has 256 columns; what a hostile file states is not believed.
    private const int WidestRow = 20_000;

    private readonly IExcelDataReader _reader;
    private readonly RowBuffer _row;
    private readonly XlsFacts _facts;
    private int _sheet;
    private int _line;

    public XlsWorkbook(Stream stream, FileLimits limits)
    {
        // The library asks for code page 1252 while it is set up: the code pages are registered with the first use of GB18030, which must come before.
        var fallback = EncodingProbe.Gb18030;
        _facts = XlsFacts.Read(stream);
        stream.Position = 0;
        _reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = fallback });
        _row = new RowBuffer(limits);
    }

    public bool From1904 => _facts.From1904;

    public int Count => _reader.ResultsCount;

    public string Name => _reader.Name;

    public bool Visible => !string.Equals(_reader.VisibleState, "hidden", StringComparison.OrdinalIgnoreCase) &&
        !string.Equals(_reader.VisibleState, "veryhidden", StringComparison.OrdinalIgnoreCase);

    public void Select(int sheet)
    {
        if (sheet < _sheet || _line > 0 && sheet == _sheet)
        {
            _reader.Reset();
            _sheet = 0;
        }

        for (; _sheet < sheet; _sheet++) _reader.NextResult();
        _line = 0;
    }

    public SourceRow? Next()
    {
        while (_reader.Read())
        {
            _line++;
            _row.Clear();
            var last = Math.Min(_reader.FieldCount, WidestRow);
            for (var i = 0; i < last; i++) _row.Set(i, TextAt(i), _line);
            if (_row.Row(_line) is { } row) return row;
        }

        return null;
    }

    public Task CheckRestAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _reader.Dispose();

    private string TextAt(int column) => _reader.GetValue(column) switch
    {
        // The library tells of a formula's error no more than of an empty cell.
        null => _facts.At(_sheet, _line, column) ?? "",
        string text => text,
        DateTime time => NumberText.Of(time),
        double number => NumberText.Of(number),
        bool flag => NumberText.Of(flag),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };
}
