using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace EntCredit.Stores.Files;

/// <summary>Which of a workbook's cell formats show a number as a day.</summary>
internal sealed class CellFormats
{
    // Excel knows 65,490 in one workbook.
    private const int Most = 100_000;

    private readonly List<bool> _days = [];

    private CellFormats()
    {
    }

    /// <summary>None at all.</summary>
    public static CellFormats None { get; } = new();

    public static CellFormats Read(PartGuard guard, ZipArchiveEntry part, FileLimits limits)
    {
        var formats = new CellFormats();
        var days = new Dictionary<int, bool>();
        using var xml = PartXml.Open(guard, part, limits);
        var within = false;
        while (xml.Read())
        {
            var reader = xml.Reader;
            if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "cellXfs") within = false;
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (days.Count > Most || formats._days.Count > Most) throw new InvalidDataException();
            switch (reader.LocalName)
            {
                case "numFmt" when NumberOf(reader.GetAttribute("numFmtId")) is { } id: days[id] = ShowsDay(reader.GetAttribute("formatCode") ?? ""); break;
                case "cellXfs": within = !reader.IsEmptyElement; break;
                case "xf" when within:
                    var format = NumberOf(reader.GetAttribute("numFmtId")) ?? 0;
                    formats._days.Add(days.TryGetValue(format, out var shows) ? shows : IsDay(format));
                    break;
            }
        }

        return formats;
    }

    /// <summary>Whether a cell of a format shows a day.</summary>
    public bool IsDayOf(int format) => (uint)format < (uint)_days.Count && _days[format];

    /// <summary>Whether a format's code shows a day or a time: it has a letter of one outside of quotes, brackets and escapes.</summary>
    public static bool ShowsDay(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case ';': return false;
                case '\\' or '_' or '*': i++; break;
                case '"' when code.IndexOf('"', i + 1) is > 0 and var quote: i = quote; break;
                case '[' when code.IndexOf(']', i + 1) is > 0 and var bracket: i = bracket; break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S': return !code.StartsWith("Standard", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    // ECMA-376 part 1, 18.8.30: the formats that need no code, those of Chinese, Japanese and Korean among them.
    private static bool IsDay(int format) => format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static int? NumberOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
