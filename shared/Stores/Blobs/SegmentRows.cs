using System.Text.Json;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Blobs;

/// <summary>
/// The rows of a segment from their lines of JSON. Where a cell says what the cell above it said, it is the same string: most columns of a file repeat
/// themselves, and what is not made need not be cleared away.
/// </summary>
public static class SegmentRows
{
    /// <summary>Reads lines, each ended by a line feed.</summary>
    /// <exception cref="JsonException">A line is no row.</exception>
    public static List<SourceRow> Read(ReadOnlySpan<byte> text)
    {
        var (rows, cells) = (new List<SourceRow>(SegmentStore.RowsPerSegment), new List<string>());
        string[] above = [];
        while (text.IndexOf((byte)'\n') is >= 0 and var end)
        {
            rows.Add(Row(text[..end], ref above, cells));
            text = text[(end + 1)..];
        }

        return rows;
    }

    private static SourceRow Row(ReadOnlySpan<byte> line, ref string[] above, List<string> cells)
    {
        var reader = new Utf8JsonReader(line);
        var (number, oddQuotes) = (0, false);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("Line"u8)) number = Value(ref reader).GetInt32();
            else if (reader.ValueTextEquals("Cells"u8)) above = Cells(ref reader, above, cells);
            else if (reader.ValueTextEquals("OddQuotes"u8)) oddQuotes = Value(ref reader).GetBoolean();
            else throw new JsonException($"A row has no {reader.GetString()}.");
        }

        return new SourceRow(number, above) { OddQuotes = oddQuotes };
    }

    private static Utf8JsonReader Value(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader;
    }

    private static string[] Cells(ref Utf8JsonReader reader, string[] above, List<string> cells)
    {
        cells.Clear();
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            cells.Add(cells.Count < above.Length && reader.ValueTextEquals(above[cells.Count]) ? above[cells.Count] : reader.GetString()!);
        return [.. cells];
    }
}
