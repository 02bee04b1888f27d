namespace EntCredit.Domain.Inspections;

/// <summary>How far a draw has come.</summary>
public enum DrawPhase
{
    /// <summary>The ledger does not know it.</summary>
    Unknown,

    /// <summary>The seed is committed to; nothing was drawn.</summary>
    Committed,

    /// <summary>Subjects and inspectors were drawn; results are missing.</summary>
    Drawn,

    /// <summary>Every subject drawn has its result.</summary>
    Finished,
}
