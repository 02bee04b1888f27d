namespace EntCredit.Domain.Jurisdictions;

/// <summary>The numbers of the clocks in the table of rules.</summary>
public static class ClockKinds
{
    private static readonly IReadOnlyDictionary<ClockKind, string> Numbers = new Dictionary<ClockKind, string>
    {
        [ClockKind.Collection] = "T1",
        [ClockKind.Publication] = "T2",
        [ClockKind.BacklogCompletion] = "T4",
        [ClockKind.MonthlyProvision] = "T6",
        [ClockKind.DualNoticeClaim] = "T9",
        [ClockKind.DualNoticeResult] = "T10",
        [ClockKind.OnSiteCheck] = "T11",
        [ClockKind.SanctionReceipt] = "T12",
        [ClockKind.SanctionFeedback] = "T13",
        [ClockKind.ObjectionVerification] = "T14",
        [ClockKind.ErrorCorrection] = "T15",
        [ClockKind.InspectorRosterUpdate] = "T16",
        [ClockKind.EntityRosterUpdate] = "T17",
    };

    /// <summary>The number of a clock's rule, e.g. T2.</summary>
    public static string RuleId(this ClockKind kind) => Numbers[kind];
}
