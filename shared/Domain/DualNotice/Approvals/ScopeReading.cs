namespace EntCredit.Domain.DualNotice.Approvals;

/// <summary>What was read in a business scope.</summary>
/// <param name="Words">The words found, in the order of the text; those that the scope takes out say by what.</param>
public sealed record ScopeReading(IReadOnlyList<ScopeWord> Words)
{
    /// <summary>Nothing was found.</summary>
    public static ScopeReading Empty { get; } = new([]);

    /// <summary>The items that the scope needs, each once, in the order of the text.</summary>
    public IReadOnlyList<string> Items { get; } =
        [.. Words.Where(word => word.ExcludedBy is null).SelectMany(word => word.Items).Distinct(StringComparer.Ordinal)];
}
