namespace EntCredit.Domain.Calendar;

/// <summary>What a period rests on.</summary>
/// <param name="Fact">The fact that starts it, in Chinese, e.g. 信息产生之日.</param>
/// <param name="Rule">The rule's id, e.g. T1.</param>
/// <param name="Article">The document and article, e.g. 界政办〔2020〕5号 四.</param>
public sealed record DeadlineGrounds(string? Fact = null, string? Rule = null, string? Article = null)
{
    /// <summary>Nothing known but the dates.</summary>
    public static DeadlineGrounds None { get; } = new();
}
