using System.Security.Cryptography;

namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>
/// Keeps a stream's name for one partition. Documents of two partitions cannot be written together, so each step is one that may be left and done again: the locator first, then the head; and
/// before somebody takes what another had begun, a fence makes the other's write fail.
/// </summary>
internal sealed class StreamPlaces(CosmosDocuments documents, CosmosStreams streams, RandomNumberGenerator random)
{
    /// <summary>Makes sure that a new stream's locator names its partition.</summary>
    /// <exception cref="LedgerConflictException">The stream has events, here or elsewhere.</exception>
    public async Task BindAsync(string stream, string partition, CancellationToken cancellation)
    {
        var locator = new LedgerDocument { Id = stream, Subject = stream, Kind = LedgerDocument.Locator, At = partition };
        var persistence = new Persistence();
        if (partition == stream || persistence.IsDone(await documents.CreateAsync(stream, locator))) return;
        while (true)
        {
            var there = await streams.InAsync(stream, stream, cancellation);
            if (there is { Kind: LedgerDocument.Locator } && there.At == partition) return;
            var begun = there is { Kind: LedgerDocument.Locator, At: { } other } ? other : stream;
            if (there is not null && await FenceAsync(begun, stream, cancellation) is { Version: > 0 and var version })
                throw new LedgerConflictException(stream, 0, version);
            // The fence may have changed what lies here.
            if (there is { Kind: LedgerDocument.Head }) there = await streams.InAsync(stream, stream, cancellation);
            if (persistence.IsDone(there is null ? await documents.CreateAsync(stream, locator) : await documents.ReplaceAsync(stream, stream, there.ETag!, locator))) return;
        }
    }

    /// <summary>Makes every write of a stream's head fail that was begun before. The head as it is then; of version 0 where the stream had none.</summary>
    public async Task<LedgerDocument> FenceAsync(string partition, string stream, CancellationToken cancellation)
    {
        var persistence = new Persistence();
        while (true)
        {
            var mark = Convert.ToHexStringLower(Bytes(8));
            var there = await documents.FindAsync<LedgerDocument>(partition, stream, cancellation);
            if (there is { Kind: LedgerDocument.Locator, At: { } elsewhere })
            {
                // The stream began elsewhere meanwhile: its locator is not to be lost.
                partition = elsewhere;
                continue;
            }

            var head = there is { Kind: LedgerDocument.Head }
                ? there with { Fence = mark, ETag = null }
                : new LedgerDocument { Id = stream, Subject = partition, Kind = LedgerDocument.Head, Fence = mark };
            var write = there is null ? await documents.CreateAsync(partition, head) : await documents.ReplaceAsync(partition, stream, there.ETag!, head);
            if (persistence.IsDone(write)) return head with { ETag = write.ETag };
        }
    }

    private byte[] Bytes(int count)
    {
        var given = new byte[count];
        random.GetBytes(given);
        return given;
    }
}
