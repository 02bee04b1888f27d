namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>The versions that a page holds.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
internal sealed record PageSpan(long From, long To);
