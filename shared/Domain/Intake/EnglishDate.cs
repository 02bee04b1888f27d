using System.Globalization;

namespace EntCredit.Domain.Intake;

/// <summary>Days with an English month, as programs write them: Jul 1, 2020; 1-Jul-2020; Wed Jul 01 00:00:00 CST 2020.</summary>
internal static class EnglishDate
{
    private static readonly string[] Months = ["JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"];

    private static readonly string[] Others =
    [
        "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY", "CST", "GMT", "UTC", "AM", "PM",
    ];

    private static readonly char[] Between = [' ', ',', '-', '/', '.'];

    /// <summary>Year, month and day of a text that names each once, the year with four digits; or false.</summary>
    public static bool TrySplit(string text, Span<int> parts, Span<int> digits)
    {
        // Two digits make no year for certain, and without a letter there is no month.
        if (text.Length is < 8 or > 40 || !text.Any(char.IsAsciiLetter)) return false;
        parts.Clear();
        foreach (var word in text.ToUpperInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            var place = PlaceOf(word, out var value);
            if (place == Passed) continue;
            if (place < 0 || parts[place] > 0) return false;
            parts[place] = value;
        }

        digits[0] = 4;
        return parts[0] > 0 && parts[1] > 0 && parts[2] > 0;
    }

    private const int Passed = 9;

    private static int PlaceOf(string word, out int value)
    {
        value = 0;
        if (char.IsAsciiLetter(word[0]))
        {
            value = 1 + Array.FindIndex(Months, month => month == word || word.Length is 3 or 4 && month.StartsWith(word, StringComparison.Ordinal));
            return value > 0 ? 1 : Others.Contains(word, StringComparer.Ordinal) ? Passed : -1;
        }

        if (word.Contains(':')) return TimeOnly.TryParse(word, CultureInfo.InvariantCulture, out _) ? Passed : -1;
        if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out value) || value == 0) return -1;
        return word.Length switch { 4 => 0, 1 or 2 => 2, _ => -1 };
    }
}
