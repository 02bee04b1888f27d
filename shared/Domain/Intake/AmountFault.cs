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

    /// <summary>More than six decimals, or more than twelve digits before them (decimal(18,6)).</summary>
    Precise,
}
