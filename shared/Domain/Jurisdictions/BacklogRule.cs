using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>What is owed about information that arose before the profile's first day (T4, T5, A15, A35).</summary>
/// <param name="Id">A name within the profile.</param>
/// <param name="Kinds">The kinds of information.</param>
/// <param name="ArisenFrom">The first day of arising that is owed, itself included (A15), or null for any age.</param>
/// <param name="InForce">Whether only what was still in validity on the profile's first day is owed.</param>
/// <param name="AlreadyProvided">Whether only what had been provided before the profile's first day is owed (loading, not collecting).</param>
/// <param name="DueOn">The last day, or null where <see cref="ClockKind.BacklogCompletion"/> counts from the profile's first day.</param>
/// <param name="Debtor">The role that owes it.</param>
/// <param name="Source">The article.</param>
public sealed record BacklogRule(
    string Id,
    Kinds Kinds,
    DateOnly? ArisenFrom,
    bool InForce,
    bool AlreadyProvided,
    DateOnly? DueOn,
    DepartmentRole Debtor,
    Citation Source)
{
    internal bool Covers(string item, string? category, DateOnly generatedOn, DateOnly? validUntil, DateOnly holdsFrom) =>
        Kinds.Include(item, category)
        && (ArisenFrom is null || generatedOn >= ArisenFrom)
        && (!InForce || validUntil is null || validUntil >= holdsFrom);
}
