namespace EntCredit.Domain.Compliance;

/// <summary>A department's counts of one item in a period.</summary>
/// <param name="Department">Its id.</param>
/// <param name="Jurisdiction">The profile that it follows.</param>
/// <param name="Item">The catalogue item's code.</param>
/// <param name="Counts">The counts.</param>
public sealed record ItemTally(string Department, string Jurisdiction, string Item, QualityCounts Counts);
