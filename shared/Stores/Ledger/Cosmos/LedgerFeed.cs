using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Azure.Cosmos;

namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>The container's change feed as events: each once, in order within its stream.</summary>
internal sealed class LedgerFeed(Container container, CosmosStreams streams)
{
    private const int PageSize = 500;

    // How far a writer's clock may lie behind the service's.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    /// <summary>The streams that changed since a place in the feed, a page, and the place after them; no streams where nothing changed.</summary>
    /// <param name="place">The place, or null for the beginning.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<(IReadOnlyList<LedgerDocument> Heads, string Place, bool IsEnd)> PageAsync(string? place, CancellationToken cancellation)
    {
        var start = place is null ? ChangeFeedStartFrom.Beginning() : ChangeFeedStartFrom.ContinuationToken(place);
        using var pages = container.GetChangeFeedIterator<LedgerDocument>(start, ChangeFeedMode.LatestVersion, new ChangeFeedRequestOptions { PageSizeHint = PageSize });
        var page = await pages.ReadNextAsync(cancellation);
        // Read before the documents: of a page without changes there are none.
        var isEnd = page.StatusCode == HttpStatusCode.NotModified;
        return (isEnd ? [] : [.. page.Where(document => document.Kind == LedgerDocument.Head && document.Version > 0)], page.ContinuationToken, isEnd);
    }

    /// <summary>Every event after a position, once. The last version of each stream is remembered while it is read.</summary>
    public async IAsyncEnumerable<StoredEvent> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var told = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var range in await container.GetFeedRangesAsync(cancellation))
        {
            var start = after <= 0 ? ChangeFeedStartFrom.Beginning(range) : ChangeFeedStartFrom.Time(PositionClock.InstantOf(after) - Skew, range);
            using var pages = container.GetChangeFeedIterator<LedgerDocument>(start, ChangeFeedMode.LatestVersion, new ChangeFeedRequestOptions { PageSizeHint = PageSize });
            while (pages.HasMoreResults)
            {
                var page = await pages.ReadNextAsync(cancellation);
                if (page.StatusCode == HttpStatusCode.NotModified) break;
                foreach (var head in page.Where(document => document.Kind == LedgerDocument.Head))
                {
                    foreach (var stored in await streams.EventsAsync(head, cancellation))
                    {
                        if (stored.Position <= after || stored.Version <= told.GetValueOrDefault(head.Id)) continue;
                        told[head.Id] = stored.Version;
                        yield return stored;
                    }
                }
            }
        }
    }
}
