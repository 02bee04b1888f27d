using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>暂停公示 while an objection is verified (T18, P12).</summary>
/// <param name="Allowed">Whether the document knows it at all.</param>
/// <param name="DecidedBy">Roles that may decide it; empty where not allowed.</param>
/// <param name="CarriedOutBy">The role that hides and shows, or null where not allowed.</param>
/// <param name="WrittenNotice">Whether the decision must reach the latter in writing.</param>
/// <param name="PublicationClock">What it does to the clock of a record that is not yet published.</param>
/// <param name="Source">The article; inferred where not allowed.</param>
/// <param name="ClockSource">The article that pauses the clock, or null; never null under <see cref="ClockEffect.Pause"/>.</param>
public sealed record SuspensionRule(
    bool Allowed,
    IReadOnlyList<DepartmentRole> DecidedBy,
    DepartmentRole? CarriedOutBy,
    bool WrittenNotice,
    ClockEffect PublicationClock,
    Citation Source,
    Citation? ClockSource);
