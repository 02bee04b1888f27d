using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>Gathers the text of a cell piece by piece, never more of it than a record may have.</summary>
internal sealed partial class TextBuffer(int most)
{
    private char[] _chars = new char[1024];
    private string _last = "";

    public int Length { get; private set; }

    public ReadOnlySpan<char> Span => _chars.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Adds the text of the node that a reader stands on.</summary>
    /// <exception cref="FileRefusedException">It is too long.</exception>
    public void Append(XmlReader reader, int line)
    {
        while (true)
        {
            if (Length == _chars.Length) Array.Resize(ref _chars, _chars.Length * 2);
            var read = reader.ReadValueChunk(_chars, Length, _chars.Length - Length);
            if (read == 0) return;
            Length += read;
            if (Length > most) throw new FileRefusedException(IntakeErrors.RecordTooLong, line, most);
        }
    }

    /// <summary>What was gathered; characters that XML cannot hold are written _x000D_.</summary>
    public override string ToString()
    {
        if (Length == 0) return "";
        if (Span.SequenceEqual(_last)) return _last;
        var text = Span.ToString();
        _last = Span.Contains("_x", StringComparison.OrdinalIgnoreCase)
            ? Escape().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
            : text;
        return _last;
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}
