namespace EntCredit.Domain.Jurisdictions;

/// <summary>Whom information is collected about, and by which numbers they are known (C1, C2).</summary>
/// <param name="Kinds">The kinds that the document names.</param>
/// <param name="ByAnalogy">Kinds to which it applies 参照执行.</param>
/// <param name="Keys">The matching numbers that the document names, the first preferred.</param>
/// <param name="Source">The article.</param>
public sealed record CoveredSubjects(
    IReadOnlyList<SubjectKind> Kinds, IReadOnlyList<SubjectKind> ByAnalogy, IReadOnlyList<IdentityKey> Keys, Citation Source)
{
    /// <summary>Whether a kind is covered, by name or by analogy.</summary>
    public bool Include(SubjectKind kind) => Kinds.Contains(kind) || ByAnalogy.Contains(kind);
}
