namespace EntCredit.Domain.Jurisdictions;

/// <summary>联合惩戒 beside its clocks T12 and T13 (L1–L9).</summary>
/// <param name="Lists">The lists that trigger it, in Chinese.</param>
/// <param name="PersonsToo">Whether responsible persons are restricted as well (L7).</param>
/// <param name="FeedbackTo">Who receives the feedback, or null where none is asked for.</param>
/// <param name="FeedbackPublished">Whether the feedback is published under the enterprise (L6).</param>
/// <param name="Source">The article.</param>
public sealed record SanctionRule(
    IReadOnlyList<string> Lists, bool PersonsToo, FeedbackTo? FeedbackTo, bool FeedbackPublished, Citation Source)
{
    /// <summary>How an entry on a list becomes a sanction.</summary>
    public SanctionTrigger Trigger { get; init; }

    /// <summary>The causes of the catalogue of measures that the lists are, by code: what is not among them triggers nothing.</summary>
    public IReadOnlyList<string> Causes { get; init; } = [];
}
