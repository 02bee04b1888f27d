namespace EntCredit.Domain.Catalogue;

/// <summary>Whether a row must fill a field.</summary>
public enum Requirement
{
    /// <summary>It may be empty.</summary>
    Optional,

    /// <summary>Usual, or required by a source that is not certain: a row without it is taken with a warning.</summary>
    Recommended,

    /// <summary>A row without it is refused.</summary>
    Required,

    /// <summary>At least one field of its group must be filled.</summary>
    RequiredInGroup,
}
