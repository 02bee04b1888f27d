namespace EntCredit.Domain.Jurisdictions;

/// <summary>How departments give information.</summary>
public enum ProvisionMode
{
    /// <summary>Each piece within a period from its arising (T1, T2).</summary>
    Continuous,

    /// <summary>A month's information at once (T6, T7).</summary>
    Monthly,
}
