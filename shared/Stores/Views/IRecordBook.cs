using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;

namespace EntCredit.Stores.Views;

/// <summary>The records of a batch, by their legal state.</summary>
public interface IRecordBook
{
    /// <summary>The records first brought by a batch, in the order of their lines, after a record id (or null), with their phase.</summary>
    Task<IReadOnlyList<RecordRow>> OfBatchAsync(string batch, string? after, int limit, CancellationToken cancellation);

    /// <summary>The records of a provider, newest first, after a record id (or null).</summary>
    Task<IReadOnlyList<ListedRecord>> OfProviderAsync(string provider, RecordFilter filter, string? after, int limit, CancellationToken cancellation);

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

    /// <summary>Records of a jurisdiction that were published before an instant and are displayed or hidden by a case, in the order of arrival, after a record id (or null).</summary>
    Task<IReadOnlyList<string>> DisplayedAsync(string jurisdiction, DateTimeOffset publishedBefore, string? after, int limit, CancellationToken cancellation);
}

/// <summary>A record in a list.</summary>
public sealed record RecordRow(string Id, RecordPhase Phase, string? Subject, DateTimeOffset? CollectedAt, DateTimeOffset? PublishedAt);

/// <summary>Which records a list is about; null leaves a part open.</summary>
/// <param name="Item">The catalogue item.</param>
/// <param name="Phase">Their legal state.</param>
/// <param name="Batch">The batch that first brought them.</param>
/// <param name="Number">The credit code or registration number of whom they concern.</param>
/// <param name="From">Collected at or after it.</param>
/// <param name="Until">Collected before it.</param>
public sealed record RecordFilter(
    string? Item, RecordPhase? Phase, string? Batch, (AliasKind Kind, string Value)? Number, DateTimeOffset? From, DateTimeOffset? Until);

/// <summary>A record in a provider's list.</summary>
public sealed record ListedRecord(
    string Id, RecordPhase Phase, string Item, string Batch, int Line, string? Subject, DateTimeOffset? CollectedAt, DateTimeOffset? PublishedAt);
