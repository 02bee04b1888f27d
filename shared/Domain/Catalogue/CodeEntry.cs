namespace EntCredit.Domain.Catalogue;

/// <summary>One value of a code list.</summary>
/// <param name="Code">Its code, or empty where the list knows it by name only.</param>
/// <param name="Name">Its name, as normalised values have it.</param>
/// <param name="Synonyms">Other names that mean the same.</param>
public sealed record CodeEntry(string Code, string Name, IReadOnlyList<string> Synonyms);
