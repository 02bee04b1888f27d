using System.Text;

namespace EntCredit.Samples;

/// <summary>Rows as a clerk's program writes them.</summary>
internal static class Csv
{
    /// <summary>The rows as text; a cell is quoted where it must be.</summary>
    public static string Of(IEnumerable<string[]> rows) => string.Concat(rows.Select(r => string.Join(',', r.Select(Quoted)) + "\r\n"));

    /// <summary>Writes a text in an encoding, without a byte order mark.</summary>
    public static void Write(string path, string text, Encoding encoding)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, encoding.GetBytes(text));
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
