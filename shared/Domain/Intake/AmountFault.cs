namespace EntCredit.Domain.Intake;

/// <summary>Why a text is no amount.</summary>
public enum AmountFault
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>No amount at all.</summary>
    Illegible,

    /// <summary>Below zero.</summary>
    Negative,

    /// <summary>More than six decimals (decimal(18,6)).</summary>
    Precise,

    /// <summary>More than twelve digits before the decimals (decimal(18,6)).</summary>
    TooLarge,
}
