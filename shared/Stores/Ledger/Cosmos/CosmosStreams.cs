namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>Streams as they lie in the container: where a head is, and all of its events.</summary>
internal sealed class CosmosStreams(CosmosDocuments documents, RecentHeads recent)
{
    /// <summary>The head of a stream wherever it lies, or null. One read where the stream lies in its own partition or was seen before, else two.</summary>
    public async Task<LedgerDocument?> FindAsync(string stream, CancellationToken cancellation)
    {
        if (recent.PartitionOf(stream) is { } known && await InAsync(known, stream, cancellation) is { Kind: LedgerDocument.Head } there) return there;
        var own = await InAsync(stream, stream, cancellation);
        return own is { Kind: LedgerDocument.Locator, At: { } elsewhere } ? await InAsync(elsewhere, stream, cancellation) : own;
    }

    /// <summary>What lies under a stream's name in a partition: a head, a locator, or null.</summary>
    public async Task<LedgerDocument?> InAsync(string partition, string stream, CancellationToken cancellation)
    {
        var found = await documents.FindAsync<LedgerDocument>(partition, stream, cancellation);
        if (found is { Kind: LedgerDocument.Head }) recent.Remember(found);
        return found;
    }

    /// <summary>Every event of a stream in order.</summary>
    public Task<IReadOnlyList<StoredEvent>> EventsAsync(LedgerDocument head, CancellationToken cancellation) => EventsAsync(head, 0, cancellation);

    /// <summary>The events of a stream after a version, in order.</summary>
    public async Task<IReadOnlyList<StoredEvent>> EventsAsync(LedgerDocument head, long after, CancellationToken cancellation)
    {
        var events = new List<StoredEvent>();
        foreach (var span in (head.Pages ?? []).Where(span => span.To > after))
        {
            var id = StreamGrowth.PageId(head.Id, span);
            var page = await documents.FindAsync<LedgerDocument>(head.Subject, id, cancellation)
                ?? throw new InvalidDataException($"The ledger lacks the document {id} that the head of {head.Id} names.");
            events.AddRange(EventEntries.Read(head.Id, span.From, page.Before, page.Events!));
        }

        events.AddRange(EventEntries.Read(head.Id, (head.Pages?[^1].To ?? 0) + 1, head.Before, head.Events ?? []));
        return after == 0 ? events : events.FindAll(stored => stored.Version > after);
    }

    /// <summary>The entry of one event with its personal data still sealed, or null.</summary>
    public async Task<EventEntry?> EntryAsync(LedgerDocument head, long version, CancellationToken cancellation)
    {
        if (version < 1 || version > head.Version) return null;
        if (head.Pages?.FirstOrDefault(span => span.From <= version && version <= span.To) is not { } inPage)
            return head.Events![(int)(version - 1 - (head.Pages?[^1].To ?? 0))];
        var page = await documents.FindAsync<LedgerDocument>(head.Subject, StreamGrowth.PageId(head.Id, inPage), cancellation);
        return page?.Events![(int)(version - inPage.From)];
    }
}
