using EntCredit.Domain.Catalogue;

namespace EntCredit.Domain.Intake;

/// <summary>A field that a file has a column for.</summary>
/// <param name="Field">The field.</param>
/// <param name="Column">The place of its column, 0 for the first.</param>
/// <param name="Header">The header as the file spells it.</param>
/// <param name="Place">Its place among the mapped fields, 0 for the first.</param>
public sealed record MappedField(ResourceField Field, int Column, string Header, int Place);
