namespace EntCredit.Domain.Jurisdictions;

/// <summary>What a suspension does to the publication clock of a record that is not yet published (A7).</summary>
public enum ClockEffect
{
    /// <summary>Nothing: the period is absolute (A2).</summary>
    Continue,

    /// <summary>It stands still and resumes on the working day after the lifting. Only where an article says so.</summary>
    Pause,
}
