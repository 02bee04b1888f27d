namespace EntCredit.Domain.Corrections;

/// <summary>The state of a correction.</summary>
public enum CorrectionPhase
{
    /// <summary>The ledger does not know it.</summary>
    Unknown,

    /// <summary>The public reported an error; the provider verifies (及时核实).</summary>
    Reported,

    /// <summary>The provider knows of the error and has not asked for its correction.</summary>
    Discovered,

    /// <summary>The correction was asked for.</summary>
    Requested,

    /// <summary>What was wrong is mended.</summary>
    Corrected,

    /// <summary>There was no error.</summary>
    Dismissed,
}
