namespace EntCredit.Domain.DualNotice.Approvals;

/// <summary>A word of the catalogue that stands in a business scope.</summary>
/// <param name="Items">The items that it leads to.</param>
/// <param name="Word">The word as the catalogue has it.</param>
/// <param name="At">Where it begins.</param>
/// <param name="ExcludedBy">By what the scope takes it out (不含, 除…外, 除外 …), or null where it stands.</param>
public sealed record ScopeWord(IReadOnlyList<string> Items, string Word, int At, string? ExcludedBy);
