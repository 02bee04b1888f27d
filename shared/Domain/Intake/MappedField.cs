using EntCredit.Domain.Catalogue;

namespace EntCredit.Domain.Intake;

/// <summary>A field that a file has a column for.</summary>
/// <param name="Field">The field.</param>
/// <param name="Column">The place of its column, 0 for the first.</param>
/// <param name="Header">The header as the file spells it.</param>
public sealed record MappedField(ResourceField Field, int Column, string Header);
