namespace EntCredit.Domain.Jurisdictions;

/// <summary>The statutory periods that a document may set. What has no countable period (T3, T5, T7, T8, T18) is a rule of its own in the profile.</summary>
public enum ClockKind
{
    /// <summary>T1, 归集: the provider gives the information.</summary>
    Collection,

    /// <summary>T2, 公示: market supervision publishes it under the enterprise.</summary>
    Publication,

    /// <summary>T4: what is older than the document is collected.</summary>
    BacklogCompletion,

    /// <summary>T6, 每月提供: the previous month's information is given by a day of the month.</summary>
    MonthlyProvision,

    /// <summary>T9, 双反馈: the approver claims the registration and says so.</summary>
    DualNoticeClaim,

    /// <summary>T10, 双反馈: the approver feeds back the approval's result.</summary>
    DualNoticeResult,

    /// <summary>T11, 双跟踪: the approver looks on the spot at who has no approval yet.</summary>
    OnSiteCheck,

    /// <summary>T12, 联合惩戒: the implementers receive what was pushed.</summary>
    SanctionReceipt,

    /// <summary>T13, 联合惩戒: the department feeds back its restriction.</summary>
    SanctionFeedback,

    /// <summary>T14, 异议: the provider verifies and tells the applicant.</summary>
    ObjectionVerification,

    /// <summary>T15, 更正: the provider asks in writing for the correction of its own error.</summary>
    ErrorCorrection,

    /// <summary>T16: a changed roster of inspectors is updated.</summary>
    InspectorRosterUpdate,

    /// <summary>T17: the roster of market entities is updated.</summary>
    EntityRosterUpdate,
}
