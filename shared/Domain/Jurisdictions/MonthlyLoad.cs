using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>T7: what was provided is loaded into the national system once a month.</summary>
/// <param name="Day">The day of the month.</param>
/// <param name="Debtor">The role that loads.</param>
/// <param name="Source">The article.</param>
public sealed record MonthlyLoad(LoadDay Day, DepartmentRole Debtor, Citation Source);
