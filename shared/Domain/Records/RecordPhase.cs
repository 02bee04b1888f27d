namespace EntCredit.Domain.Records;

/// <summary>The legal state of a record.</summary>
public enum RecordPhase
{
    /// <summary>The ledger does not know it.</summary>
    Unknown,

    /// <summary>Refused; its provider owes the mended row.</summary>
    AwaitingCorrection,

    /// <summary>Collected; its provider has not declared the secrecy review done.</summary>
    HeldForReview,

    /// <summary>Collected; the register does not know its subject yet.</summary>
    Parked,

    /// <summary>Collected and ready to be published.</summary>
    Collected,

    /// <summary>Collected for good: not to be published.</summary>
    CollectedOnly,

    /// <summary>The public sees it.</summary>
    Published,

    /// <summary>Taken back by its provider.</summary>
    Withdrawn,

    /// <summary>Published, or ready to be, and hidden by at least one case (暂停公示).</summary>
    Suspended,

    /// <summary>Its display period has ended (A27).</summary>
    Expired,
}
