namespace EntCredit.Domain.Records;

/// <summary>What the law makes of a collected record.</summary>
public enum Publicity
{
    /// <summary>依法应当公示: published under the enterprise's name.</summary>
    Published,

    /// <summary>Collected and shared inside government, never published.</summary>
    CollectedOnly,
}
