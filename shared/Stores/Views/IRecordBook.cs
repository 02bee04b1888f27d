using EntCredit.Domain.Records;

namespace EntCredit.Stores.Views;

/// <summary>The records of a batch, by their legal state.</summary>
public interface IRecordBook
{
    /// <summary>The records first brought by a batch, in the order of their lines, after a record id (or null), with their phase.</summary>
    Task<IReadOnlyList<RecordRow>> OfBatchAsync(string batch, string? after, int limit, CancellationToken cancellation);

    /// <summary>How many records of a batch are in each phase.</summary>
    Task<IReadOnlyDictionary<RecordPhase, int>> CountByPhaseAsync(string batch, CancellationToken cancellation);

    /// <summary>
    /// Records that wait for the register though it knows their subject: it was brought while they were taken. At most <paramref name="limit"/>.
    /// </summary>
    Task<IReadOnlyList<string>> JoinableAsync(int limit, CancellationToken cancellation);

    /// <summary>Uploads of which a record is held for review: those that brought it, or its mended row.</summary>
    Task<IReadOnlyList<string>> HoldingBatchesAsync(CancellationToken cancellation);

    /// <summary>Records collected, publishable and not published though the batch is finished: what a reconciler should move. At most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<string>> PublishableAsync(int limit, CancellationToken cancellation);
}

/// <summary>A record in a list.</summary>
public sealed record RecordRow(string Id, RecordPhase Phase, string? Subject, DateTimeOffset? CollectedAt, DateTimeOffset? PublishedAt);
