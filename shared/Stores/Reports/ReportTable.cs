using System.Globalization;

namespace EntCredit.Stores.Reports;

/// <summary>Comma-separated text as spreadsheets take it: CRLF line ends, every text quoted, formulas disarmed.</summary>
internal static class ReportTable
{
    /// <summary>A line of words and numbers.</summary>
    public static string Line(IEnumerable<string> words, params IEnumerable<int> numbers) =>
        string.Join(',', words.Select(Quote).Concat(numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))) + "\r\n";

    private static string Quote(string value)
    {
        var disarmed = value.Length > 0 && "=+-@\t\r".Contains(value[0], StringComparison.Ordinal) ? "'" + value : value;
        return '"' + disarmed.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
    }
}
