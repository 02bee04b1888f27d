using EntCredit.Stores.Ledger;

namespace EntCredit.Orchestrations.Cases;

/// <summary>Where a case that begins belongs.</summary>
/// <param name="Jurisdiction">The profile that it follows.</param>
/// <param name="Partition">The internal id of its enterprise, or its own stream where it is about none.</param>
/// <param name="Also">What must be written with its first fact, e.g. that its enterprise is known by a number; or null.</param>
public sealed record CaseOrigin(string Jurisdiction, string Partition, Append? Also = null);
