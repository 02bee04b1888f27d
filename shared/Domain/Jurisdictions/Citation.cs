namespace EntCredit.Domain.Jurisdictions;

/// <summary>Where a rule stands.</summary>
/// <param name="Document">The document's number or title, e.g. 界政办〔2020〕5号.</param>
/// <param name="Article">The article within it, e.g. 五(二).</param>
/// <param name="Quote">Its words, in Chinese; empty only where <paramref name="Inferred"/> is true.</param>
/// <param name="Inferred">True where the document does not say so itself.</param>
public sealed record Citation(string Document, string Article, string Quote, bool Inferred)
{
    /// <summary>As a text refers to it: 界政办〔2020〕5号 五(二).</summary>
    public override string ToString() => $"{Document} {Article}";
}
