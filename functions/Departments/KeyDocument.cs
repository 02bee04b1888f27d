using EntCredit.Domain.Departments;

namespace EntCredit.Functions.Departments;

/// <summary>A key as its operator sees it: never the key.</summary>
/// <param name="Id">The beginning of its hash, by which it is revoked.</param>
/// <param name="Label">What it is for.</param>
/// <param name="From">The first day on which it holds.</param>
/// <param name="Until">The last, or null.</param>
/// <param name="Holds">Whether it opens doors now.</param>
/// <param name="IssuedAt">When it was issued; null for one of the departments file.</param>
/// <param name="RevokedAt">When it was revoked, or null.</param>
public sealed record KeyDocument(string Id, string Label, DateOnly From, DateOnly? Until, bool Holds, DateTimeOffset? IssuedAt, DateTimeOffset? RevokedAt)
{
    /// <summary>The document of a key at an instant.</summary>
    public static KeyDocument Of(HeldKey held, DateTimeOffset now) =>
        new(held.Id, held.Key.Label, held.Key.From, held.Key.Until, held.HoldsAt(now), held.IssuedAt, held.RevokedAt);
}

/// <summary>A department's keys.</summary>
/// <param name="Items">The keys.</param>
public sealed record KeyList(IReadOnlyList<KeyDocument> Items);

/// <summary>A key that was issued, shown this once.</summary>
/// <param name="Id">The beginning of its hash, by which it is revoked.</param>
/// <param name="Department">Whose it is.</param>
/// <param name="Key">The key.</param>
/// <param name="Label">What it is for.</param>
/// <param name="From">The first day on which it holds.</param>
/// <param name="Until">The last, or null.</param>
public sealed record IssuedKey(string Id, string Department, string Key, string Label, DateOnly From, DateOnly? Until);
