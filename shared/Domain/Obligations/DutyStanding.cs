namespace EntCredit.Domain.Obligations;

/// <summary>Where a duty stands at an instant.</summary>
public enum DutyStanding
{
    /// <summary>Kept in time.</summary>
    Met,

    /// <summary>Kept late.</summary>
    Late,

    /// <summary>Not yet kept, its last day not over.</summary>
    Open,

    /// <summary>Not kept, its last day over.</summary>
    Overdue,

    /// <summary>Ended for a reason that is neither.</summary>
    Cancelled,
}
