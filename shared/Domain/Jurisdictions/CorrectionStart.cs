namespace EntCredit.Domain.Jurisdictions;

/// <summary>What starts the error correction after a report by the public (A12).</summary>
public enum CorrectionStart
{
    /// <summary>The provider's confirmation that there is an error.</summary>
    Confirmation,

    /// <summary>The provider's receipt of the report.</summary>
    Receipt,
}
