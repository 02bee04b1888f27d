using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>Who gives departments their accounts (C14).</summary>
/// <param name="IssuedBy">The role to which a department applies.</param>
/// <param name="Source">The article.</param>
public sealed record AccountRule(DepartmentRole IssuedBy, Citation Source);
