using System.Text;
using EntCredit.Domain.Seals;

namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>
/// A copy of the ledger in a SQLite file of this process, made from the change feed: its projections are the views. Personal data stays where it is. The place in the feed lies in a file beside;
/// without it the feed is read from its beginning, and what is there already is passed over.
/// </summary>
internal sealed class LedgerReplica(LedgerFeed feed, CosmosStreams streams, SqliteLedger copy) : IDisposable
{
    private const int AtOnce = 2_000;
    private readonly SemaphoreSlim _one = new(1, 1);
    private long _asked;
    private long _served;
    private bool _isOrderDue = true;

    private string PlaceFile => copy.Path + ".feed";

    /// <summary>Takes over whatever the ledger holds by now.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        var mine = Interlocked.Increment(ref _asked);
        await _one.WaitAsync(cancellation);
        try
        {
            // Somebody who began after me has looked already.
            if (mine < Volatile.Read(ref _served)) return;
            var serves = Volatile.Read(ref _asked);
            await FollowAsync(cancellation);
            Volatile.Write(ref _served, serves + 1);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task FollowAsync(CancellationToken cancellation)
    {
        var place = File.Exists(PlaceFile) ? await File.ReadAllTextAsync(PlaceFile, cancellation) : null;
        for (var isEnd = false; !isEnd;)
        {
            var taken = new List<(string Partition, StoredEvent Stored)>();
            while (taken.Count < AtOnce && !isEnd)
            {
                (var heads, place, isEnd) = await feed.PageAsync(place, cancellation);
                foreach (var head in heads)
                {
                    _isOrderDue |= head.Id == OrderExtended.Stream;
                    if (head.Id == OrderExtended.Stream) continue;
                    var known = copy.VersionOf(head.Id);
                    if (head.Version > known) taken.AddRange((await streams.EventsAsync(head, known, cancellation)).Select(stored => (head.Subject, stored)));
                }
            }

            await AdoptAsync(taken, cancellation);
            await KeepAsync(place!, cancellation);
        }

        if (_isOrderDue) await TakeOrderAsync(cancellation);
    }

    // Numbers come after what they number, of which another range of the feed may tell later: whoever sees a number here sees the event.
    private async Task TakeOrderAsync(CancellationToken cancellation)
    {
        _isOrderDue = false;
        if (await streams.FindAsync(OrderExtended.Stream, cancellation) is not { Version: > 0 } head) return;
        foreach (var stored in await streams.EventsAsync(head, copy.VersionOf(OrderExtended.Stream), cancellation))
        {
            _isOrderDue = ((OrderExtended)stored.Event).Spans.Any(span => copy.VersionOf(span.Stream) < span.Through);
            if (_isOrderDue) return;
            await copy.AdoptAsync([Adopted(head.Subject, stored)], cancellation);
        }
    }

    // In the order of the writers' time, as far as the page reaches; a head that changed while the pages were read is there twice.
    private Task AdoptAsync(List<(string Partition, StoredEvent Stored)> taken, CancellationToken cancellation)
    {
        var appends = taken
            .DistinctBy(one => (one.Stored.Stream, one.Stored.Version))
            .OrderBy(one => one.Stored.Position)
            .ThenBy(one => one.Stored.Version)
            .Select(one => Adopted(one.Partition, one.Stored))
            .ToList();
        return appends.Count == 0 ? Task.CompletedTask : copy.AdoptAsync(appends, cancellation);
    }

    private static EncodedAppend Adopted(string partition, StoredEvent stored) =>
        new(stored.Stream, partition, stored.Version - 1, [new EncodedEvent(stored.Event, Encoding.UTF8.GetBytes(stored.Canonical), null)], ClaimsIdentity: false);

    private async Task KeepAsync(string place, CancellationToken cancellation)
    {
        var written = PlaceFile + ".new";
        await File.WriteAllTextAsync(written, place, cancellation);
        File.Move(written, PlaceFile, overwrite: true);
    }
}
