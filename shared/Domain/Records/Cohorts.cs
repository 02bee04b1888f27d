using System.Globalization;

namespace EntCredit.Domain.Records;

/// <summary>
/// A cohort: the records of one upload that share profile, item and dates, so that waiting costs by deadline and not by record.
/// See docs/adr/0002.
/// </summary>
public static class Cohorts
{
    private const string Repeated = "-repeated";
    private const string Refused = "-refused-";

    /// <summary>The cohort of records that a batch collected and that arose on a day. Their clocks end on the same days.</summary>
    public static string Id(string batch, DateOnly generatedOn) => string.Create(CultureInfo.InvariantCulture, $"{batch}-{generatedOn:yyyyMMdd}");

    /// <summary>The cohort of refused rows of a batch whose mending is due on a day.</summary>
    public static string OfRefused(string batch, DateOnly due) => batch + Refused + due.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>
    /// The records that other uploads brought, that are held for the secrecy review, and of which rows of this one speak again: whoever declares this
    /// one reviewed declares them. Nothing keeps time by it.
    /// </summary>
    public static string OfRepeated(string batch) => batch + Repeated;

    /// <summary>Whether a cohort is of records that other uploads brought.</summary>
    public static bool IsRepeated(string cohort) => cohort.EndsWith(Repeated, StringComparison.Ordinal);

    /// <summary>The day on which a cohort of refused rows is due; null for any other cohort.</summary>
    public static DateOnly? MendingDue(string cohort) => cohort.Contains(Refused, StringComparison.Ordinal)
        ? DateOnly.ParseExact(cohort.AsSpan(cohort.Length - 8), "yyyyMMdd", CultureInfo.InvariantCulture)
        : null;

    /// <summary>The batch that a cohort belongs to.</summary>
    public static string BatchOf(string cohort) => IsRepeated(cohort) ? cohort[..^Repeated.Length]
        : cohort.IndexOf(Refused, StringComparison.Ordinal) is > 0 and var end ? cohort[..end]
        : cohort[..cohort.LastIndexOf('-')];
}
