using EntCredit.Domain.Catalogue;

namespace EntCredit.Domain.Intake;

/// <summary>How a file's header was understood.</summary>
/// <param name="Item">The item's code.</param>
/// <param name="Layout">The layout that the header speaks for, e.g. 2018.</param>
/// <param name="Columns">Every column of the file, in its order.</param>
/// <param name="Fields">The fields that have a column, in catalogue order.</param>
/// <param name="MissingRequired">Names of fields without which no row can be taken; of a group, all its names joined by 或.</param>
/// <param name="MissingRecommended">Names of usual fields that the file has no column for.</param>
public sealed record HeaderMapping(
    string Item,
    string Layout,
    IReadOnlyList<ColumnMapping> Columns,
    IReadOnlyList<MappedField> Fields,
    IReadOnlyList<string> MissingRequired,
    IReadOnlyList<string> MissingRecommended)
{
    internal FieldCodes Codes { get; } = new(Fields);

    /// <summary>Whether rows can be read at all.</summary>
    public bool Usable => MissingRequired.Count == 0;

    /// <summary>The headers that nothing was made of.</summary>
    public IEnumerable<string> Unmapped => Columns.Where(c => c.Field is null && c.Header.Length > 0).Select(c => c.Header);

    /// <summary>The mapped field with a role, or null.</summary>
    public MappedField? ByRole(FieldRole role) => Fields.FirstOrDefault(f => f.Field.Role == role);
}
