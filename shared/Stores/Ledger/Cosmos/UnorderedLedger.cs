using EntCredit.Stores.Ledger.Seals;

namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>On Cosmos DB events have an order within their stream only, and each process's copy has one of its own: nothing can be sealed or given on by positions.</summary>
internal sealed class UnorderedLedger : ILedgerOrder
{
    public bool HasOneOrder => false;

    public Task<long> LastPositionAsync(CancellationToken cancellation) => Task.FromResult(0L);

    public Task<string> RootAsync(long from, long through, CancellationToken cancellation) =>
        throw new InvalidOperationException("This ledger has no positions.");

    public Task<IReadOnlyList<DaySeal>> SealsAsync(int most, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<DaySeal>>([]);
}
