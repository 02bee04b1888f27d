using System.Globalization;

namespace EntCredit.Functions.Reports;

/// <summary>The periods that reports are written for: calendar months.</summary>
public static class ReportPeriods
{
    private const string Format = "yyyy-MM";

    /// <summary>The name of the month of a day.</summary>
    public static string NameOf(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Whether a name is a month's.</summary>
    public static bool IsMonth(string name) => DateOnly.TryParseExact(name, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
