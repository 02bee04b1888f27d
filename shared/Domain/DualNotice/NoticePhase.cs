namespace EntCredit.Domain.DualNotice;

/// <summary>Where a registration's notice to its approver stands.</summary>
public enum NoticePhase
{
    /// <summary>The ledger does not know it.</summary>
    Unknown,

    /// <summary>The applicant was told; no approver yet.</summary>
    ApplicantTold,

    /// <summary>Pushed to an approver, who has not claimed it.</summary>
    Pushed,

    /// <summary>Laid out for whoever it concerns to claim.</summary>
    OpenForClaim,

    /// <summary>An approver claimed it.</summary>
    Claimed,

    /// <summary>Sent back by the wrong department; the registrar looks for the right one.</summary>
    Returned,

    /// <summary>No approver is clear, and nothing is laid open here: the registrar confirms by hand whose it is.</summary>
    AwaitsApprover,

    /// <summary>The enterprise has its approval, and everything owed about it is done.</summary>
    Finished,

    /// <summary>The enterprise was deregistered.</summary>
    Deregistered,
}
