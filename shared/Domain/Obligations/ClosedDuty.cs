namespace EntCredit.Domain.Obligations;

/// <summary>How a duty ended.</summary>
public enum DutyOutcome
{
    /// <summary>Kept by the end of its last day.</summary>
    Met,

    /// <summary>Kept, after its last day.</summary>
    Late,

    /// <summary>Ended without being kept or broken; the reason says why.</summary>
    Cancelled,
}

/// <summary>A duty that an event ends.</summary>
/// <param name="Rule">The rule's number, e.g. "T1".</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why, where that is not plain: "upstream-late", "withdrawn" …; else null.</param>
public sealed record ClosedDuty(string Rule, DutyOutcome Outcome, string? Reason = null);
