using System.IO.Compression;
using System.Text;
using System.Xml;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>The texts that a workbook's cells share: held as UTF-8, half as large as strings, and within a limit.</summary>
internal sealed class SharedStrings
{
    private const int Chunk = 1 << 20;
    private const int EntryBytes = 16;

    // Short texts that come early are the ones that come again.
    private const int Kept = 1 << 16;
    private const int LongestKept = 256;

    private readonly List<byte[]> _chunks = [];
    private readonly List<(int Chunk, int Start, int Length)> _texts = [];
    private readonly long _most;
    private string?[] _strings = [];
    private int _used = Chunk;
    private long _bytes;

    private SharedStrings(long most) => _most = most;

    /// <summary>No texts.</summary>
    public static SharedStrings None { get; } = new(0);

    /// <exception cref="FileRefusedException">They are beyond the limits.</exception>
    public static SharedStrings Read(PartGuard guard, ZipArchiveEntry part, FileLimits limits)
    {
        var strings = new SharedStrings(limits.MaxSharedStringsBytes);
        using var xml = PartXml.Open(guard, part, limits);
        var text = new TextBuffer(limits.MaxRecordBytes);
        var (within, phonetic) = (false, false);
        while (xml.Read())
        {
            var reader = xml.Reader;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "si":
                    text.Clear();
                    if (reader.IsEmptyElement) strings.Add(text);
                    break;
                // How a name is pronounced is no part of it.
                case XmlNodeType.Element when reader.LocalName == "rPh" && !reader.IsEmptyElement: phonetic = true; break;
                case XmlNodeType.Element when reader.LocalName == "t": within = !phonetic && !reader.IsEmptyElement; break;
                case XmlNodeType.EndElement when reader.LocalName == "t": within = false; break;
                case XmlNodeType.EndElement when reader.LocalName == "rPh": phonetic = false; break;
                case XmlNodeType.EndElement when reader.LocalName == "si": strings.Add(text); break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when within: text.Append(reader, 1); break;
            }
        }

        strings._strings = new string?[Math.Min(strings._texts.Count, Kept)];
        return strings;
    }

    /// <summary>A text by its number.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public string this[int number]
    {
        get
        {
            if ((uint)number >= (uint)_texts.Count) throw new InvalidDataException();
            if (number < _strings.Length && _strings[number] is { } kept) return kept;
            var (chunk, start, length) = _texts[number];
            var text = length == 0 ? "" : Encoding.UTF8.GetString(_chunks[chunk], start, length);
            if (number < _strings.Length && text.Length <= LongestKept) _strings[number] = text;
            return text;
        }
    }

    private void Add(TextBuffer buffer)
    {
        var text = buffer.ToString();
        buffer.Clear();
        var length = Encoding.UTF8.GetByteCount(text);
        _bytes += length + EntryBytes;
        if (_bytes > _most) throw new FileRefusedException(IntakeErrors.ArchiveBomb, $"共享文本上限{_most}字节");
        if (_used + length > (_chunks.Count == 0 ? 0 : _chunks[^1].Length))
        {
            _chunks.Add(new byte[Math.Max(Chunk, length)]);
            _used = 0;
        }

        Encoding.UTF8.GetBytes(text, _chunks[^1].AsSpan(_used));
        _texts.Add((_chunks.Count - 1, _used, length));
        _used += length;
    }
}
