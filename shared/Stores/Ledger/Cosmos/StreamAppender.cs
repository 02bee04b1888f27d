using System.Security.Cryptography;

namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>
/// Appends to one stream: one create or one conditional replace of its head. Where no answer tells what became of it, the head is read again and its events' mark says whether it was this write.
/// </summary>
internal sealed class StreamAppender(
    CosmosDocuments documents,
    CosmosStreams streams,
    StreamPlaces places,
    IdentityClaims claims,
    SubjectKeys keys,
    RecentHeads recent,
    PositionClock positions,
    RandomNumberGenerator random)
{
    private const int Tries = 6;

    /// <exception cref="LedgerConflictException">The stream has another version.</exception>
    /// <exception cref="InvalidOperationException">The stream lies in another partition.</exception>
    public async Task AppendAsync(EncodedAppend append, CancellationToken cancellation)
    {
        var mark = Mark();
        var entries = await EntriesAsync(append, mark, cancellation);
        Exception? unknown = null;
        for (var tried = 1; ; tried++)
        {
            var head = await HeadAsync(append, tried > 1, cancellation);
            if (tried > 1 && head is not null && (await streams.EntryAsync(head, append.ExpectedVersion + 1, cancellation))?.W == mark) return;
            if ((head?.Version ?? 0) != append.ExpectedVersion) throw new LedgerConflictException(append.Stream, append.ExpectedVersion, head?.Version ?? 0);
            // Neither needs the other; what one of them leaves where the other is refused is taken over by the next.
            await Task.WhenAll(
                claims.TakeAsync(append, cancellation),
                head is null ? places.BindAsync(append.Stream, append.Partition, cancellation) : Task.CompletedTask);

            var (next, pages) = StreamGrowth.Append(head ?? New(append), entries);
            foreach (var page in pages) await KeepAsync(page);
            var (outcome, etag, reason) = head is null
                ? await documents.CreateAsync(append.Partition, next)
                : await documents.ReplaceAsync(append.Partition, append.Stream, head.ETag!, next);
            if (outcome == Written.Done)
            {
                recent.Remember(next with { ETag = etag });
                return;
            }

            recent.Forget(append.Stream);
            if (outcome == Written.Unknown) unknown = reason;
            if (tried < Tries) continue;
            if (unknown is not null) throw new InvalidOperationException($"Cosmos DB does not tell whether {append.Stream} was appended to; asked again, the ledger knows.", unknown);
            throw new LedgerConflictException(append.Stream, append.ExpectedVersion, append.ExpectedVersion);
        }
    }

    private static LedgerDocument New(EncodedAppend append) => new() { Id = append.Stream, Subject = append.Partition, Kind = LedgerDocument.Head };

    // A stream that is believed new is not looked for: its create tells.
    private async Task<LedgerDocument?> HeadAsync(EncodedAppend append, bool again, CancellationToken cancellation)
    {
        if (!again && append.ExpectedVersion == 0) return null;
        if (!again && recent.With(append.Stream, append.Partition, append.ExpectedVersion) is { } seen) return seen;
        var there = await streams.InAsync(append.Partition, append.Stream, cancellation);
        if (there is { Kind: LedgerDocument.Head }) return there;
        if (append.ExpectedVersion > 0)
        {
            var elsewhere = await streams.FindAsync(append.Stream, cancellation);
            return elsewhere?.Version == append.ExpectedVersion
                ? throw new InvalidOperationException($"Stream {append.Stream} lies in partition {elsewhere.Subject}, not {append.Partition}: it never changes.")
                : elsewhere;
        }

        if (there is null) return null;
        // A locator: somebody began the stream in another partition.
        var begun = await places.FenceAsync(there.At!, append.Stream, cancellation);
        return begun.Version > 0 ? begun : New(append) with { ETag = there.ETag };
    }

    // Its content follows from its id: whoever wrote it wrote the same.
    private async Task KeepAsync(LedgerDocument page)
    {
        var persistence = new Persistence();
        while (true)
        {
            var write = await documents.CreateAsync(page.Subject, page);
            if (persistence.IsDone(write) || write.Outcome == Written.Refused) return;
        }
    }

    private async Task<List<EventEntry>> EntriesAsync(EncodedAppend append, string mark, CancellationToken cancellation)
    {
        var key = append.Events.Any(happened => happened.Personal is not null) ? await keys.OfAsync(append.Partition, cancellation) : null;
        var entries = new List<EventEntry>(append.Events.Count);
        foreach (var happened in append.Events)
        {
            var entry = EventEntry.Of(happened.Canonical.Span, positions.Next(), mark);
            if (happened.Personal is { } personal)
            {
                var version = append.ExpectedVersion + entries.Count + 1;
                var closed = SealedPersonal.Seal(random, Convert.FromBase64String(key!.Key), append.Stream, version, personal.Span);
                entry = entry with { K = key.Number, P = Convert.ToBase64String(closed) };
            }

            entries.Add(entry);
        }

        return entries;
    }

    private string Mark()
    {
        Span<byte> bytes = stackalloc byte[6];
        random.GetBytes(bytes);
        return Convert.ToBase64String(bytes);
    }
}
