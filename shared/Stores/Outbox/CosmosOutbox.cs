using EntCredit.Stores.Ledger.Cosmos;
using Microsoft.Azure.Cosmos;

namespace EntCredit.Stores.Outbox;

/// <summary>
/// The outbox of the ledger on Cosmos DB: the change feed, with its place and, for each stream that said something, the version that has left, as documents of the ledger's container. A feed
/// tells of a document its last version only, so the version is what says which events are new. One write a stream and page, one for the place.
/// </summary>
internal sealed class CosmosOutbox(Container container, CosmosDocuments documents, LedgerFeed feed) : IOutbox
{
    // After so many streams without a message the place is kept all the same: kept after each page it would be a change of its own, for ever.
    private const int Quiet = 5_000;

    private string? seen;
    private int passed;

    /// <inheritdoc/>
    public async Task<OutboxPage> NextAsync(IReadOnlyList<string> streams, CancellationToken cancellation)
    {
        var from = seen ?? (await documents.FindAsync<OutboxDocument>(OutboxDocument.Name, OutboxDocument.Name, cancellation))?.Place;
        var (heads, place, isEnd) = await feed.PageAsync(from, cancellation);
        passed += heads.Count;
        List<OutboxEvent> events = [];
        foreach (var head in heads.Where(head => streams.Any(begin => head.Id.StartsWith(begin, StringComparison.Ordinal))).DistinctBy(head => (head.Id, head.Version)))
        {
            var id = OutboxDocument.NameOf(head.Id);
            var left = (await documents.FindAsync<OutboxDocument>(id, id, cancellation))?.Version ?? 0;
            for (var version = left + 1; version <= head.Version; version++) events.Add(new OutboxEvent(head.Id, version));
        }

        return new OutboxPage([.. events.Distinct()], place, !isEnd);
    }

    /// <inheritdoc/>
    public async Task SentAsync(OutboxPage page, CancellationToken cancellation)
    {
        foreach (var stream in page.Events.GroupBy(sent => sent.Stream, StringComparer.Ordinal))
            await KeepAsync(OutboxDocument.Of(stream.Key, stream.Max(sent => sent.Version)), cancellation);
        if (page.Events.Count > 0 || passed >= Quiet)
        {
            await KeepAsync(OutboxDocument.At(page.Place), cancellation);
            passed = 0;
        }

        seen = page.Place;
    }

    private Task KeepAsync(OutboxDocument document, CancellationToken cancellation) =>
        container.UpsertItemAsync(document, new PartitionKey(document.Subject), cancellationToken: cancellation);
}
