namespace EntCredit.Domain.Catalogue;

/// <summary>One field of an item.</summary>
/// <param name="Code">Its code in the published schema (XK_WSH), or ours where the schema has none.</param>
/// <param name="Name">Its Chinese name, as headers have it.</param>
/// <param name="Aliases">Other headers seen for it, known misspellings among them.</param>
/// <param name="Layouts">The layouts that have it; empty for all.</param>
/// <param name="Type">How its text is read.</param>
/// <param name="MaxLength">The most characters it may have.</param>
/// <param name="Requirement">Whether a row must fill it.</param>
/// <param name="Group">The group of which at least one must be filled, or null.</param>
/// <param name="When">When a recommendation holds, or null for always.</param>
/// <param name="CodeList">The values that it may have, or null.</param>
/// <param name="Mask">Whether it may ever be shown.</param>
/// <param name="Role">What the rules need it for.</param>
/// <param name="Sample">An invented value, for templates.</param>
public sealed record ResourceField(
    string Code,
    string Name,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Layouts,
    FieldType Type,
    int MaxLength,
    Requirement Requirement,
    string? Group,
    FieldCondition? When,
    CodeList? CodeList,
    FieldMask Mask,
    FieldRole Role,
    string Sample)
{
    /// <summary>Whether a layout has the field.</summary>
    public bool In(string layout) => Layouts.Count == 0 || Layouts.Contains(layout, StringComparer.Ordinal);
}
