using EntCredit.Stores.Ledger;

namespace EntCredit.Stores.Tests.Ledger.Cosmos;

/// <summary>The contract on Cosmos DB: the real SDK against the stand-in, three physical partitions.</summary>
public sealed class CosmosLedgerContractTests : LedgerContract, IAsyncLifetime
{
    private CosmosTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await CosmosTown.StartAsync(ranges: 3);

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    protected override ILedger Open() => _town.Open();

    protected override ILedger OpenAgain() => _town.Open();
}
