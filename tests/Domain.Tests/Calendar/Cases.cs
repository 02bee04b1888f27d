namespace EntCredit.Domain.Tests.Calendar;

/// <summary>How many cases a property is tried with.</summary>
internal static class Cases
{
    /// <summary>A thousand; ten thousand in the full run (ENTCREDIT_FULL=1).</summary>
    public static long Count { get; } = Environment.GetEnvironmentVariable("ENTCREDIT_FULL") == "1" ? 10_000 : 1_000;
}
