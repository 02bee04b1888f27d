namespace EntCredit.Samples;

/// <summary>Days of decision in the weeks of the story: the profile of Jieshou holds from 2020-06-28.</summary>
internal static class Days
{
    private static readonly string[] Working =
    [
        "2020-06-29", "2020-06-30", "2020-07-01", "2020-07-02", "2020-07-03", "2020-07-06", "2020-07-07", "2020-07-08", "2020-07-09", "2020-07-10",
    ];

    /// <summary>A working day from 2020-06-29 to 2020-07-10.</summary>
    public static string Of(int n) => Working[n % Working.Length];

    /// <summary>A working day from 2020-06-29 to 2020-07-06.</summary>
    public static string Early(int n) => Working[n % 6];

    /// <summary>The day as a spreadsheet counts it.</summary>
    public static int Serial(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd").DayNumber - new DateOnly(1899, 12, 30).DayNumber;
}
