namespace EntCredit.Domain.Jurisdictions;

/// <summary>双告知 beside its clocks T9 to T11 (D1–D9).</summary>
/// <param name="Catalogue">The catalogue of 后置审批事项 that drives it, or null where the document names none.</param>
/// <param name="WrittenCommitment">Whether the applicant commits in writing not to operate before approval (D2).</param>
/// <param name="Pushed">Whether registrations are pushed to the approver (D3), not only laid out for claiming.</param>
/// <param name="OpenClaim">Whether registrations without a clear approver are laid out for claiming (D6).</param>
/// <param name="Returnable">Whether the wrong approver returns them with a reason (D5).</param>
/// <param name="Source">The article.</param>
public sealed record DualNoticeRule(
    string? Catalogue, bool WrittenCommitment, bool Pushed, bool OpenClaim, bool Returnable, Citation Source);
