using System.Security.Cryptography;
using System.Text;
using EntCredit.Domain.Records;

namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>
/// One living record for one identity (<see cref="Append.ClaimsIdentity"/>): a document whose id is the identity's digest names the record. It is taken after the record's head was read and before
/// it is written, so that whoever takes it over, having fenced that head, makes the write fail.
/// </summary>
internal sealed class IdentityClaims(CosmosDocuments documents, CosmosStreams streams, StreamPlaces places)
{
    /// <summary>Takes the claims of what an append collects.</summary>
    /// <exception cref="LedgerConflictException">A living record has the identity.</exception>
    public async Task TakeAsync(EncodedAppend append, CancellationToken cancellation)
    {
        if (!append.ClaimsIdentity) return;
        foreach (var collected in append.Events.Select(encoded => encoded.Event).OfType<RecordEvent.Collected>())
        {
            if (RecordKeys.Identity(collected.Origin.Provider, collected.Content) is { } identity)
                await TakeAsync(IdOf(identity), append, cancellation);
        }
    }

    private async Task TakeAsync(string id, EncodedAppend append, CancellationToken cancellation)
    {
        var claim = new LedgerDocument { Id = id, Subject = id, Kind = LedgerDocument.Claim, Stream = append.Stream, At = append.Partition };
        var persistence = new Persistence();
        if (persistence.IsDone(await documents.CreateAsync(id, claim))) return;
        while (true)
        {
            if (await documents.FindAsync<LedgerDocument>(id, id, cancellation) is not { } there)
            {
                if (persistence.IsDone(await documents.CreateAsync(id, claim))) return;
                continue;
            }

            if (there.Stream == append.Stream && there.At == append.Partition) return;
            if (there.Stream == append.Stream)
            {
                // Begun in another partition and left: whoever takes it over must fence this one.
                if (persistence.IsDone(await documents.ReplaceAsync(id, id, there.ETag!, claim))) return;
                continue;
            }

            if (await IsLivingAsync(await streams.InAsync(there.At!, there.Stream!, cancellation), cancellation)
                || await IsLivingAsync(await places.FenceAsync(there.At!, there.Stream!, cancellation), cancellation))
                throw new LedgerConflictException(there.Stream!, 0, 1);
            if (persistence.IsDone(await documents.ReplaceAsync(id, id, there.ETag!, claim))) return;
        }
    }

    private async Task<bool> IsLivingAsync(LedgerDocument? head, CancellationToken cancellation) =>
        head is { Kind: LedgerDocument.Head, Version: > 0 }
        && Record.Fold((await streams.EventsAsync(head, cancellation)).Select(stored => stored.Event).OfType<RecordEvent>()).Phase
            is not (RecordPhase.AwaitingCorrection or RecordPhase.Withdrawn or RecordPhase.Expired);

    private static string IdOf(string identity) => "claim!" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 16));
}
