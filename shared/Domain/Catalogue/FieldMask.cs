namespace EntCredit.Domain.Catalogue;

/// <summary>Whether a field may ever be shown.</summary>
public enum FieldMask
{
    /// <summary>It is shown where the record is.</summary>
    None,

    /// <summary>It concerns a natural person: kept apart, never public.</summary>
    Personal,
}
