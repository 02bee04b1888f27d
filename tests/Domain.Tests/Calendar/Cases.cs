using System.Globalization;

namespace EntCredit.Domain.Tests.Calendar;

/// <summary>How many cases a property is tried with.</summary>
internal static class Cases
{
    /// <summary>A thousand; ten thousand in the full run (ENTCREDIT_FULL=1); ENTCREDIT_CASES sets another number, for mutation testing.</summary>
    public static long Count { get; } =
        long.TryParse(Environment.GetEnvironmentVariable("ENTCREDIT_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) ? cases
        : Environment.GetEnvironmentVariable("ENTCREDIT_FULL") == "1" ? 10_000 : 1_000;
}
