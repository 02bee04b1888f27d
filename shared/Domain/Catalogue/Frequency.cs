namespace EntCredit.Domain.Catalogue;

/// <summary>How often an item is owed.</summary>
public enum Frequency
{
    /// <summary>As it arises, within the period of collection (T1).</summary>
    Continuous,

    /// <summary>Once a month (T6).</summary>
    Monthly,

    /// <summary>Once a year.</summary>
    Yearly,
}
