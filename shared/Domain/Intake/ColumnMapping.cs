namespace EntCredit.Domain.Intake;

/// <summary>What one column of a file was taken for.</summary>
/// <param name="Index">Its place, 0 for the first.</param>
/// <param name="Header">Its header as the file spells it.</param>
/// <param name="Field">The code of the field, or null where it was not understood.</param>
/// <param name="FieldName">The Chinese name of the field, or null.</param>
/// <param name="Match">How it was understood.</param>
public sealed record ColumnMapping(int Index, string Header, string? Field, string? FieldName, HeaderMatch Match);
