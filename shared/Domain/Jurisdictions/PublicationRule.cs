namespace EntCredit.Domain.Jurisdictions;

/// <summary>What becomes of some kinds of information, and by which article.</summary>
/// <param name="Exposure">Published, only collected, or not even that.</param>
/// <param name="Name">The document's name for these kinds, in Chinese.</param>
/// <param name="Kinds">The kinds that it is about.</param>
/// <param name="Procedures">适用程序 that it is limited to, or empty.</param>
/// <param name="Source">The article; inferred where the document does not name these kinds.</param>
public sealed record PublicationRule(
    Exposure Exposure, string Name, Kinds Kinds, IReadOnlyList<string> Procedures, Citation Source)
{
    /// <summary>The article.</summary>
    public string Article => Source.Article;

    internal bool Covers(string item, string? category, string? procedure) =>
        Kinds.Include(item, category) && (Procedures.Count == 0 || (procedure is not null && Procedures.Contains(procedure)));
}
