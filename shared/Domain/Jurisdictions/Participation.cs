using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>Who takes part.</summary>
/// <param name="Roles">The roles that a participant may have here.</param>
/// <param name="Source">The article.</param>
public sealed record Participation(IReadOnlyList<DepartmentRole> Roles, Citation Source);
