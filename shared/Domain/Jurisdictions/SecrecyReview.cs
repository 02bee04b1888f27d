using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>涉密、非涉密 and security review before publication (P3).</summary>
/// <param name="Declaration">What applies to providers in general.</param>
/// <param name="RequiredOf">Levels of providers from which a declaration is required all the same.</param>
/// <param name="Reviewer">The role that reviews.</param>
/// <param name="Source">The article; inferred where the document does not speak of it.</param>
public sealed record SecrecyReview(
    SecrecyDeclaration Declaration, IReadOnlyList<DepartmentLevel> RequiredOf, DepartmentRole Reviewer, Citation Source)
{
    /// <summary>What applies to a provider of a level.</summary>
    public SecrecyDeclaration For(DepartmentLevel level) => RequiredOf.Contains(level) ? SecrecyDeclaration.Required : Declaration;

    /// <summary>Whether the review counts as done.</summary>
    /// <param name="level">The provider's level.</param>
    /// <param name="declared">What a column or the upload's metadata says; null where nothing does.</param>
    public bool IsDone(DepartmentLevel level, bool? declared) => declared ?? For(level) == SecrecyDeclaration.ByDefault;
}
