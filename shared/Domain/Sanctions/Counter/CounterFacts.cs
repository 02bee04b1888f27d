using EntCredit.Domain.Records;
using EntCredit.Domain.Sanctions.Measures;

namespace EntCredit.Domain.Sanctions.Counter;

/// <summary>What the ledger knows of a subject in one jurisdiction.</summary>
/// <param name="Restrictions">Restricting decisions, by stream.</param>
/// <param name="Sanctions">Joint sanctions, by stream, with the instant at which each was started.</param>
/// <param name="Listings">Entries on lists that stand, with the cause that each is.</param>
public sealed record CounterFacts(
    IReadOnlyList<(string Stream, Restriction State)> Restrictions,
    IReadOnlyList<(string Stream, Sanction State, DateTimeOffset Since)> Sanctions,
    IReadOnlyList<(string Stream, Record Entry, SanctionCause Cause)> Listings);
