namespace EntCredit.Bench.Scenarios;

/// <summary>Days scattered over the noticed years, the same in every run.</summary>
internal static class SampleDays
{
    public const int Span = 12 * 365;

    public static DateOnly First { get; } = new(2014, 1, 1);

    public static DateOnly[] Of(int count)
    {
        var random = new Random(20140101);
        return [.. Enumerable.Range(0, count).Select(_ => First.AddDays(random.Next(Span)))];
    }
}
