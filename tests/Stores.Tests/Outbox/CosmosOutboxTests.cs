using EntCredit.Stores.Ledger;
using EntCredit.Stores.Outbox;
using EntCredit.Stores.Tests.Ledger.Cosmos;

namespace EntCredit.Stores.Tests.Outbox;

/// <summary>The contract on Cosmos DB: the real SDK against the stand-in, three physical partitions.</summary>
public sealed class CosmosOutboxTests : OutboxContract, IAsyncLifetime
{
    private CosmosTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await CosmosTown.StartAsync(ranges: 3);

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    protected override (ILedger Ledger, IOutbox Outbox) Open()
    {
        var ledger = _town.Open();
        return (ledger, ledger.Outbox);
    }

    protected override IOutbox OpenAgain() => _town.Open().Outbox;
}
