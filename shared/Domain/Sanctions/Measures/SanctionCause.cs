namespace EntCredit.Domain.Sanctions.Measures;

/// <summary>A cause of joint punishment: being on a list (L1).</summary>
/// <param name="Code">Lower case, e.g. judgment.</param>
/// <param name="List">The list's name, in Chinese.</param>
/// <param name="Item">The catalogue item whose records are entries on it.</param>
/// <param name="Field">The field that says which list it is where the item holds several, or null.</param>
/// <param name="Words">The words of that field that mean this list; empty for whatever no other cause of the item means.</param>
/// <param name="Removal">The field that says since when the subject is off it.</param>
/// <param name="Measures">The measures that follow.</param>
public sealed record SanctionCause(
    string Code, string List, string Item, string? Field, IReadOnlyList<string> Words, string Removal, IReadOnlyList<Measure> Measures);
