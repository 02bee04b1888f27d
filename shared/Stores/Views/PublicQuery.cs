namespace EntCredit.Stores.Views;

/// <summary>What the public searches enterprises by; every part that is given must hold (P6).</summary>
/// <param name="Words">Words that stand in a name of today or before, separated by spaces; of a single character too.</param>
public sealed record PublicQuery(string? Words = null)
{
    /// <summary>Words of the address.</summary>
    public string? Address { get; init; }

    /// <summary>Words of the region.</summary>
    public string? Region { get; init; }

    /// <summary>A credit code or registration number, of today or before.</summary>
    public string? Number { get; init; }

    /// <summary>The catalogue item of which something is published under its name.</summary>
    public string? Item { get; init; }

    /// <summary>The first day on which that may have arisen.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which that may have arisen.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether what is published counts.</summary>
    public bool AsksForRecords => Item is not null || From is not null || Until is not null;
}
