using System.Globalization;

namespace EntCredit.Stores.Files;

/// <summary>What a spreadsheet's cells hold that is no text, as text.</summary>
internal static class NumberText
{
    // A double holds fifteen digits.
    private const int Digits = 15;

    /// <summary>A formula that was never calculated, as a spreadsheet itself calls it.</summary>
    public const string NotCalculated = "#CALC!";

    public static string Of(bool flag) => flag ? "是" : "否";

    public static string Of(DateTime time) =>
        time.ToString(time.TimeOfDay.Ticks == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A number. A code longer than a number can hold has lost its end, and must not look as if it had not.</summary>
    public static string Of(double number) => Math.Abs(number) >= 1e15
        ? number.ToString("0.00000000000000E+0", CultureInfo.InvariantCulture)
        : number.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>A number as a workbook writes it. Where it wrote more digits than a number holds, and they are not just zeros, nothing was lost.</summary>
    public static string Of(ReadOnlySpan<char> written)
    {
        if (!written.IsEmpty && !written.ContainsAnyExceptInRange('0', '9') && (written.Length <= Digits || written[Digits..].ContainsAnyExcept('0')))
            return written.ToString();
        return double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Of(number) : written.ToString();
    }

    /// <summary>The day that a spreadsheet counts, or null where it is none.</summary>
    /// <param name="serial">The number of the day, with the time as its fraction.</param>
    /// <param name="from1904">Whether the workbook counts from 1904.</param>
    public static string? DayOf(double serial, bool from1904)
    {
        if (from1904) serial += 1462;
        // Spreadsheets believe in a 29 February 1900.
        else if (serial is >= 0 and < 60) serial++;
        return serial is >= 1 and < 2_958_466 ? Of(DateTime.FromOADate(serial)) : null;
    }
}
