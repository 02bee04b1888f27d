namespace EntCredit.Domain.Jurisdictions;

/// <summary>Kinds of information: by item of the resource catalogue or by category. Empty lists mean every kind.</summary>
/// <param name="Items">Item codes.</param>
/// <param name="Categories">Category codes.</param>
public sealed record Kinds(IReadOnlyList<string> Items, IReadOnlyList<string> Categories)
{
    /// <summary>Whether an item or its category is among them.</summary>
    public bool Include(string item, string? category) =>
        (Items.Count == 0 && Categories.Count == 0) || Items.Contains(item) || (category is not null && Categories.Contains(category));
}
