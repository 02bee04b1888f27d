namespace EntCredit.Domain.Departments;

/// <summary>A key of a department with what became of it.</summary>
/// <param name="Key">Its hash, days and label.</param>
/// <param name="IssuedAt">When it was issued while running; null for one of the departments file.</param>
/// <param name="RevokedAt">When it was revoked, or null.</param>
public sealed record HeldKey(ApiKey Key, DateTimeOffset? IssuedAt, DateTimeOffset? RevokedAt)
{
    /// <summary>The name of the key: the beginning of its hash.</summary>
    public string Id => Key.Hash[..KeyText.IdDigits];

    /// <summary>Whether it opens doors at an instant.</summary>
    public bool HoldsAt(DateTimeOffset at) => RevokedAt is null && Key.HoldsAt(at);
}
