using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>Where published information goes on to (T3, T8, P8).</summary>
/// <param name="RuleId">T3 where it goes without delay, T8 where within hours.</param>
/// <param name="Targets">The receiving platforms, in Chinese.</param>
/// <param name="MaxHours">The longest cycle in hours, or null where the document says 及时.</param>
/// <param name="Refreshes">Whether corrections and withdrawals must follow (动态更新, 增量更新).</param>
/// <param name="BuiltBy">The day by which it had to be built, or null.</param>
/// <param name="Debtor">The role that delivers.</param>
/// <param name="Source">The article.</param>
public sealed record Exchange(
    string RuleId, IReadOnlyList<string> Targets, int? MaxHours, bool Refreshes, DateOnly? BuiltBy, DepartmentRole Debtor, Citation Source);
