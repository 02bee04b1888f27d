using System.Security.Cryptography;
using EntCredit.CosmosStandIn;
using EntCredit.Stores.Ledger;
using Microsoft.Azure.Cosmos;

namespace EntCredit.Stores.Tests.Ledger.Cosmos;

/// <summary>A stand-in with the ledger's containers, and ledgers over it, each with a client of its own as another process has.</summary>
internal sealed class CosmosTown : IAsyncDisposable
{
    private readonly List<CosmosClient> _clients = [];

    private CosmosTown(CosmosServer server) => Server = server;

    public CosmosServer Server { get; }

    public static async Task<CosmosTown> StartAsync(int ranges = 1)
    {
        var town = new CosmosTown(await CosmosServer.StartAsync(ranges));
        var client = town.Connect();
        await client.CreateDatabaseAsync("entcredit");
        await client.GetDatabase("entcredit").CreateContainerAsync("ledger", CosmosLedger.PartitionKeyPath);
        await client.GetDatabase("entcredit").CreateContainerAsync("keys", CosmosLedger.KeysPartitionKeyPath);
        return town;
    }

    public CosmosLedger Open()
    {
        var database = Connect().GetDatabase("entcredit");
        return new CosmosLedger(database.GetContainer("ledger"), database.GetContainer("keys"), RandomNumberGenerator.Create(), TimeProvider.System);
    }

    /// <summary>Requests on the items of a container so far: method and status.</summary>
    public IReadOnlyList<(string Method, int Status)> On(string container) =>
        [.. Server.Calls.Where(one => one.Call.Kind == "docs" && one.Call.Container == container).Select(one => (one.Call.Method, one.Status))];

    public Container Ledger() => Connect().GetContainer("entcredit", "ledger");

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        await Server.DisposeAsync();
    }

    private CosmosClient Connect()
    {
        var options = CosmosConnection.Options(ConnectionMode.Gateway);
        // Waiting for a server that lies in the same process would only be waiting.
        options.MaxRetryWaitTimeOnRateLimitedRequests = TimeSpan.FromSeconds(2);
        var client = Server.Connect(options);
        _clients.Add(client);
        return client;
    }
}
