namespace EntCredit.Domain.DualNotice;

/// <summary>A registration that an approver must know of.</summary>
/// <param name="Record">The registration's record.</param>
/// <param name="Subject">The internal id of the enterprise.</param>
/// <param name="Jurisdiction">The registrar's profile.</param>
/// <param name="Registrar">登记机关: it tells applicant and approver, and pushes again.</param>
/// <param name="ApprovalItem">The item of the catalogue of 后置审批事项 that the business scope met, or null where none is clear.</param>
public sealed record Registration(string Record, string Subject, string Jurisdiction, string Registrar, string? ApprovalItem);
