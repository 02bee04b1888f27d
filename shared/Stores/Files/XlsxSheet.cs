using System.Globalization;
using System.Xml;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>A sheet of a workbook, row by row.</summary>
internal sealed class XlsxSheet(PartXml xml, BoundedNames names, SharedStrings shared, CellFormats formats, bool from1904, FileLimits limits) : IDisposable
{
    private readonly RowBuffer _row = new(limits);
    private readonly TextBuffer _text = new(limits.MaxRecordBytes);
    private readonly XmlReader _reader = xml.Reader;
    private readonly string _rowName = names.Add("row");
    private readonly string _cellName = names.Add("c");
    private readonly string _valueName = names.Add("v");
    private readonly string _textName = names.Add("t");
    private readonly string _placeName = names.Add("r");
    private readonly string _styleName = names.Add("s");
    private readonly string _formulaName = names.Add("f");
    private readonly string _phoneticName = names.Add("rPh");
    private int _line;
    private long _given;

    private enum Kind
    {
        Number,
        Shared,
        Text,
        Flag,
        Error,
        Day,
    }

    /// <summary>The next row that says anything, or null.</summary>
    public SourceRow? Next()
    {
        while (xml.Read())
        {
            if (_reader.NodeType != XmlNodeType.Element || !ReferenceEquals(_reader.LocalName, _rowName)) continue;
            BeginRow();
            if (_reader.IsEmptyElement) continue;
            ReadRow();
            if (_row.Row(_line) is { } row) return row;
        }

        return null;
    }

    public void Dispose() => xml.Dispose();

    private void BeginRow()
    {
        _row.Clear();
        var line = 0;
        if (_reader.MoveToAttribute("r")) _ = int.TryParse(_reader.Value, NumberStyles.None, CultureInfo.InvariantCulture, out line);
        _reader.MoveToElement();
        // Rows that state no number, or one that was, follow each other.
        _line = line > _line ? line : _line + 1;
    }

    private void ReadRow()
    {
        var column = -1;
        while (xml.Read())
        {
            if (_reader.NodeType == XmlNodeType.EndElement && ReferenceEquals(_reader.LocalName, _rowName)) return;
            if (_reader.NodeType != XmlNodeType.Element || !ReferenceEquals(_reader.LocalName, _cellName)) continue;
            var (place, kind, format) = BeginCell();
            column = place ?? column + 1;
            if (_reader.IsEmptyElement) continue;
            var text = ReadCell(kind, format);
            _given += text.Length;
            // A short file may name one long text in every row.
            if (_given > limits.MaxInflatedBytes) throw new FileRefusedException(IntakeErrors.ArchiveBomb, $"上限{limits.MaxInflatedBytes}字节");
            _row.Set(column, text, _line);
        }
    }

    private (int? Column, Kind Kind, int Format) BeginCell()
    {
        int? column = null;
        var (kind, format) = (Kind.Number, 0);
        while (_reader.MoveToNextAttribute())
        {
            var name = _reader.LocalName;
            if (ReferenceEquals(name, _placeName)) column = ColumnOf(_reader.Value);
            else if (ReferenceEquals(name, _textName)) kind = KindOf(_reader.Value);
            else if (ReferenceEquals(name, _styleName)) _ = int.TryParse(_reader.Value, NumberStyles.None, CultureInfo.InvariantCulture, out format);
        }

        _reader.MoveToElement();
        return (column, kind, format);
    }

    private string ReadCell(Kind kind, int format)
    {
        _text.Clear();
        var (within, phonetic, calculated, valued) = (false, false, false, false);
        while (xml.Read())
        {
            var type = _reader.NodeType;
            if (type == XmlNodeType.Element)
            {
                var name = _reader.LocalName;
                if (ReferenceEquals(name, _valueName) || ReferenceEquals(name, _textName))
                {
                    valued = true;
                    within = !phonetic && !_reader.IsEmptyElement;
                }
                else if (ReferenceEquals(name, _formulaName)) calculated = true;
                else if (ReferenceEquals(name, _phoneticName)) phonetic = !_reader.IsEmptyElement;
            }
            else if (type == XmlNodeType.EndElement)
            {
                var name = _reader.LocalName;
                if (ReferenceEquals(name, _cellName)) break;
                if (ReferenceEquals(name, _valueName) || ReferenceEquals(name, _textName)) within = false;
                else if (ReferenceEquals(name, _phoneticName)) phonetic = false;
            }
            else if (within && type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                if (within) _text.Append(_reader, _line);
            }
        }

        return calculated && !valued ? NumberText.NotCalculated : TextOf(kind, format);
    }

    private string TextOf(Kind kind, int format)
    {
        switch (kind)
        {
            case Kind.Text or Kind.Error: return _text.ToString();
            case Kind.Shared:
                if (_text.Length == 0) return "";
                return int.TryParse(_text.Span, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? shared[number] : throw new InvalidDataException();
            case Kind.Flag: return _text.Length == 0 ? "" : NumberText.Of(_text.Span.Trim() is "1" or "true");
            case Kind.Day:
                return DateTime.TryParse(_text.Span, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? NumberText.Of(time) : _text.ToString();
            default:
                var written = _text.Span.Trim();
                if (written.IsEmpty) return "";
                if (formats.IsDayOf(format) && double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && NumberText.DayOf(serial, from1904) is { } day) return day;
                return NumberText.Of(written);
        }
    }

    private static Kind KindOf(ReadOnlySpan<char> type) => type switch
    {
        "s" => Kind.Shared,
        "inlineStr" or "str" => Kind.Text,
        "b" => Kind.Flag,
        "e" => Kind.Error,
        "d" => Kind.Day,
        _ => Kind.Number,
    };

    // "AB12" is the 28th column.
    private static int? ColumnOf(ReadOnlySpan<char> place)
    {
        var column = 0;
        foreach (var c in place)
        {
            var letter = c & ~0x20;
            if (letter is < 'A' or > 'Z' || column > 1_000_000) break;
            column = column * 26 + letter - 'A' + 1;
        }

        return column == 0 ? null : column - 1;
    }
}
