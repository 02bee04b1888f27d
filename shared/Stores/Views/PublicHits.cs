namespace EntCredit.Stores.Views;

/// <summary>A page of what a search found.</summary>
/// <param name="Items">The enterprises.</param>
/// <param name="More">How many follow, counted up to <see cref="MostCounted"/>.</param>
/// <param name="Next">The cursor of the next page, or null.</param>
public sealed record PublicHits(IReadOnlyList<PublicHit> Items, int More, long? Next)
{
    /// <summary>As far as what follows is counted.</summary>
    public const int MostCounted = 10_000;

    /// <summary>Nothing found.</summary>
    public static PublicHits None { get; } = new([], 0, null);

    /// <summary>True where at least so many follow, and not all of them were counted.</summary>
    public bool AtLeast { get; init; }
}

/// <summary>An enterprise that a search found.</summary>
/// <param name="Name">Its name by the register.</param>
/// <param name="CreditCode">统一社会信用代码, or null.</param>
/// <param name="RegistrationNumber">注册号, or null.</param>
public sealed record PublicHit(string Name, string? CreditCode, string? RegistrationNumber)
{
    /// <summary>Its address by the register, or null.</summary>
    public string? Address { get; init; }

    /// <summary>The name by which it was found, where that is not its name of today.</summary>
    public string? FormerName { get; init; }
}
