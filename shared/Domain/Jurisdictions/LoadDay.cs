namespace EntCredit.Domain.Jurisdictions;

/// <summary>The day of the monthly load, of which the document says only 每月 (A34).</summary>
public enum LoadDay
{
    /// <summary>The month's last working day.</summary>
    LastWorkingDayOfMonth,

    /// <summary>The month's first working day.</summary>
    FirstWorkingDayOfMonth,
}
