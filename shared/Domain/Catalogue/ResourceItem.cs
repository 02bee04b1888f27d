namespace EntCredit.Domain.Catalogue;

/// <summary>One kind of information that departments provide (归集资源目录).</summary>
/// <param name="Code">Its code, the folder of its uploads: permit.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Category">The category of the resource catalogue it belongs to, in Chinese.</param>
/// <param name="Disclosure">Who may see it.</param>
/// <param name="Source">The published source that the entry follows.</param>
/// <param name="Layouts">The versions of its columns, oldest first; at least one.</param>
/// <param name="Fields">Its fields, in the order in which a record shows them.</param>
public sealed record ResourceItem(
    string Code,
    string Name,
    string Category,
    Disclosure Disclosure,
    string Source,
    IReadOnlyList<ResourceLayout> Layouts,
    IReadOnlyList<ResourceField> Fields)
{
    /// <summary>The numbers of the rules whose periods hold for it (T1, T2); how long they are is a jurisdiction's, and not every jurisdiction has each.</summary>
    public IReadOnlyList<string> Clocks { get; init; } = [];

    /// <summary>Which kinds of departments owe it, in Chinese.</summary>
    public IReadOnlyList<string> OwedBy { get; init; } = [];

    /// <summary>How often it is owed, where a jurisdiction has no rhythm of its own.</summary>
    public Frequency Frequency { get; init; }

    /// <summary>The fields that a layout has, in order.</summary>
    public IEnumerable<ResourceField> FieldsOf(string layout) => Fields.Where(f => f.In(layout));

    /// <summary>The field with a code, whatever its layout, or null.</summary>
    public ResourceField? Field(string code) => Fields.FirstOrDefault(f => string.Equals(f.Code, code, StringComparison.Ordinal));
}
