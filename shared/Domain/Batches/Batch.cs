using System.Collections.Immutable;

namespace EntCredit.Domain.Batches;

/// <summary>The state of an upload: the fold of its events.</summary>
public sealed record Batch
{
    /// <summary>The state before the first event.</summary>
    public static Batch Initial { get; } = new();

    /// <summary>How it arrived; null before the first event.</summary>
    public BatchEvent.Arrived? Arrival { get; private init; }

    /// <summary>What reading it found, or null.</summary>
    public BatchEvent.Read? Reading { get; private init; }

    /// <summary>Why the whole file was refused, or null.</summary>
    public BatchEvent.Refused? Refusal { get; private init; }

    /// <summary>The segments whose rows are in the ledger.</summary>
    public ImmutableHashSet<int> Taken { get; private init; } = [];

    /// <summary>The counts so far.</summary>
    public BatchCounts Counts { get; private init; }

    /// <summary>When the latest of them was taken, or null.</summary>
    public DateTimeOffset? TakenAt { get; private init; }

    /// <summary>The receipt's path, or null.</summary>
    public string? Receipt { get; private init; }

    /// <summary>When the receipt was written, or null.</summary>
    public DateTimeOffset? ReceiptedAt { get; private init; }

    /// <summary>Who declared the secrecy review done after the upload, or null.</summary>
    public string? ReviewedBy { get; private init; }

    /// <summary>When that was declared, or null.</summary>
    public DateTimeOffset? ReviewedAt { get; private init; }

    /// <summary>What the review came to, once every record was asked; or null.</summary>
    public BatchEvent.ReviewCarriedOut? ReviewResult { get; private init; }

    /// <summary>By whom, when and why it was taken back, or null.</summary>
    public BatchEvent.Withdrawn? Withdrawal { get; private init; }

    /// <summary>What taking it back came to, once every record was asked; or null.</summary>
    public BatchEvent.WithdrawalDone? WithdrawalResult { get; private init; }

    /// <summary>How far it has come.</summary>
    public BatchPhase Phase => this switch
    {
        { Arrival: null } => BatchPhase.Unknown,
        { Refusal: not null } => BatchPhase.Refused,
        { Reading.SameAs: not null } => BatchPhase.Repeated,
        { Receipt: not null } => BatchPhase.Receipted,
        { Reading: not null } => BatchPhase.Taking,
        _ => BatchPhase.Arrived,
    };

    /// <summary>The state after one more event.</summary>
    public static Batch Evolve(Batch state, BatchEvent happened) => happened switch
    {
        BatchEvent.Arrived e => state with { Arrival = e },
        BatchEvent.Read e => state with { Reading = e },
        BatchEvent.Refused e => state with { Refusal = e },
        BatchEvent.SegmentTaken e => state with { Taken = state.Taken.Add(e.Segment), TakenAt = e.At, Counts = state.Counts + e.Counts },
        BatchEvent.Receipted e => state with { Receipt = e.Receipt, Counts = e.Counts, ReceiptedAt = e.At },
        BatchEvent.ReviewDone e => state with { ReviewedBy = e.By, ReviewedAt = e.At },
        BatchEvent.ReviewCarriedOut e => state with { ReviewResult = e },
        BatchEvent.Withdrawn e => state with { Withdrawal = e },
        BatchEvent.WithdrawalDone e => state with { WithdrawalResult = e },
        _ => state,
    };

    /// <summary>The state after a whole history.</summary>
    public static Batch Fold(IEnumerable<BatchEvent> history) => history.Aggregate(Initial, Evolve);
}
