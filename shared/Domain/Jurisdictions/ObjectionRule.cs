using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>异议: how what is published can be objected to (P10–P13, A9–A12, A36).</summary>
/// <param name="LodgedWith">Roles that take an objection.</param>
/// <param name="WrittenWithEvidence">Whether it must be in writing and with evidence.</param>
/// <param name="RepeatNeedsNewEvidence">Whether the same objection again is a case only with new evidence (A10).</param>
/// <param name="PublicMark">What the public page says while it is verified and not suspended (A11), or null for nothing.</param>
/// <param name="InternalTerm">The period that stands in where the document says only 及时 or nothing (A12); owed to nobody, only reported.</param>
/// <param name="Source">The article; inferred where the document does not speak of objections.</param>
public sealed record ObjectionRule(
    IReadOnlyList<DepartmentRole> LodgedWith,
    bool WrittenWithEvidence,
    bool RepeatNeedsNewEvidence,
    string? PublicMark,
    Term InternalTerm,
    Citation Source);
