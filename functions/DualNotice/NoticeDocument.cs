using EntCredit.Domain.DualNotice;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Records;
using EntCredit.Stores.Views;

namespace EntCredit.Functions.DualNotice;

/// <summary>A notice of a registration.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Enterprise">Whom it is about.</param>
/// <param name="Record">The registration's record.</param>
/// <param name="ApprovalItem">The item of 后置审批事项, or null.</param>
/// <param name="Registrar">登记机关.</param>
/// <param name="Approver">Whom it is addressed to now, or null.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="ApplicantTold">Whether the applicant was told.</param>
/// <param name="Commitment">The SHA-256 of the applicant's written commitment, or null.</param>
/// <param name="ClaimedAt">When it was claimed, or null.</param>
/// <param name="AcknowledgedAt">When its receipt was acknowledged, or null.</param>
/// <param name="ReturnedBy">Who sent it back last, or null.</param>
/// <param name="CompletedOn">The day on which approval or filing ended, or null.</param>
/// <param name="Outcome">How it ended, or null.</param>
/// <param name="ResultFedBack">Whether that was fed back.</param>
/// <param name="Checks">How many on-site checks this approver fed back.</param>
/// <param name="Duties">What is or was owed, with due days.</param>
/// <param name="Version">The version of this document: its ETag.</param>
public sealed record NoticeDocument(
    string Id,
    KnownEnterprise Enterprise,
    string Record,
    string? ApprovalItem,
    DepartmentDocument Registrar,
    DepartmentDocument? Approver,
    NoticePhase Phase,
    bool ApplicantTold,
    string? Commitment,
    DateTimeOffset? ClaimedAt,
    DateTimeOffset? AcknowledgedAt,
    DepartmentDocument? ReturnedBy,
    DateOnly? CompletedOn,
    ApprovalOutcome? Outcome,
    bool ResultFedBack,
    int Checks,
    IReadOnlyList<DutyDocument> Duties,
    long Version);
