using Microsoft.Extensions.Logging;

namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>The ledger on Cosmos DB beside its copy: who appends finds it in the views of this process afterwards, as on SQLite.</summary>
internal sealed class FollowedLedger(CosmosLedger ledger, LedgerReplica replica, ILogger<FollowedLedger> logger) : ILedger, IPersonalData
{
    /// <inheritdoc/>
    public bool IsAtomic => false;

    /// <inheritdoc/>
    public Task<LoadedStream> LoadAsync(string stream, CancellationToken cancellation) => ledger.LoadAsync(stream, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, LoadedStream>> LoadManyAsync(IReadOnlyCollection<string> streams, CancellationToken cancellation) =>
        ledger.LoadManyAsync(streams, cancellation);

    /// <inheritdoc/>
    public async Task AppendAsync(IReadOnlyList<Append> appends, CancellationToken cancellation)
    {
        await ledger.AppendAsync(appends, cancellation);
        try
        {
            await replica.CatchUpAsync(cancellation);
        }
        catch (Exception e)
        {
            // The facts are committed: whoever appended must not hear otherwise. The next look takes them over.
            logger.LogWarning("The copy of the ledger is behind: {Reason}", e.Message);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadAllAsync(long after, CancellationToken cancellation) => ledger.ReadAllAsync(after, cancellation);

    /// <inheritdoc/>
    public Task<PersonalReading> ReadPersonalAsync(string stream, long version, CancellationToken cancellation) =>
        ledger.ReadPersonalAsync(stream, version, cancellation);
}
