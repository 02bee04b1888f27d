using EntCredit.Domain.Catalogue;

namespace EntCredit.Domain.Intake;

/// <summary>A field that a file has a column for.</summary>
/// <param name="Field">The field.</param>
/// <param name="Column">The place of its column, 0 for the first.</param>
/// <param name="Header">The header as the file spells it.</param>
/// <param name="Place">Its place among the mapped fields, 0 for the first.</param>
public sealed record MappedField(ResourceField Field, int Column, string Header, int Place)
{
    /// <summary>Whether it is an amount whose header says that the column is in 元, where the standard has 万元.</summary>
    public bool InYuan { get; } = Field.Type == FieldType.Amount && HeaderText.SaysYuan(Header);
}
