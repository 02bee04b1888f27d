using EntCredit.Domain.Batches;
using EntCredit.Stores.Ledger;

namespace EntCredit.Orchestrations.Intake;

/// <summary>A segment that is decided and has yet to be appended.</summary>
/// <param name="Segment">Which.</param>
/// <param name="Appends">What the ledger is to take, all at once; the batch's own stream last.</param>
/// <param name="Counts">What becomes of its rows.</param>
/// <param name="CohortsToWake">Cohorts of earlier uploads whose records may move once it is taken.</param>
/// <param name="ToFollow">Records from which something follows elsewhere.</param>
/// <param name="Known">What the ledger holds once it is taken.</param>
public sealed record DecidedSegment(
    int Segment,
    IReadOnlyList<Append> Appends,
    BatchCounts Counts,
    IReadOnlyCollection<string> CohortsToWake,
    IReadOnlyList<string> ToFollow,
    LedgerKnowledge Known);
