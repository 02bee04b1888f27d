namespace EntCredit.Domain.Inspections;

/// <summary>
/// What no department could choose when it committed to its seed: the root under which the ledger sealed the day of the commitment, after that day had ended.
/// </summary>
/// <param name="Day">The legal day of the seal.</param>
/// <param name="Root">Its Merkle root, lower-case hex.</param>
public sealed record DrawBeacon(DateOnly Day, string Root);
