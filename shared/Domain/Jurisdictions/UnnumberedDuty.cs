using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>A duty that is to be kept 及时 or 定期, without a number (T23, T24).</summary>
/// <param name="RuleId">T23 or T24.</param>
/// <param name="What">What is owed, in Chinese.</param>
/// <param name="Debtor">The role that owes it.</param>
/// <param name="Source">The article.</param>
public sealed record UnnumberedDuty(string RuleId, string What, DepartmentRole Debtor, Citation Source);
