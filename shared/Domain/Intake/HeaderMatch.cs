namespace EntCredit.Domain.Intake;

/// <summary>How a header was understood, best first.</summary>
public enum HeaderMatch
{
    /// <summary>It is the field's code in the published schema.</summary>
    Code,

    /// <summary>It is the field's name.</summary>
    Name,

    /// <summary>It is an alias that the catalogue lists.</summary>
    Alias,

    /// <summary>It differs from one field's name by one character, and from no other's.</summary>
    Typo,

    /// <summary>No field is meant by it, or a field that a better header already has.</summary>
    None,
}
