using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using EntCredit.CosmosStandIn;
using EntCredit.Stores.Ledger;
using Microsoft.Azure.Cosmos;

namespace EntCredit.Simulator.Tests.World;

/// <summary>Cosmos DB beside the simulated host, which answers wrong by a seed, or ends the host in the midst of a request.</summary>
[SuppressMessage("Security", "CA5394", Justification = "A seeded chance, to be repeated.")]
internal sealed class FaultyCosmos : IAsyncDisposable
{
    private static readonly CosmosFault[] OfWrites =
        [CosmosFault.Throttled, CosmosFault.Unavailable, CosmosFault.PreconditionFailed, CosmosFault.TimeoutAfterCommit, CosmosFault.BrokenAfterCommit, CosmosFault.BrokenBefore];

    private readonly CosmosServer server;
    private readonly CosmosClient client;
    private readonly Random chance;

    private FaultyCosmos(CosmosServer server, CosmosClient client, int seed) => (this.server, this.client, chance) = (server, client, new Random(seed));

    /// <summary>What the host needs to find it.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["EntCredit__Ledger__Store"] = "cosmos",
        ["Cosmos"] = server.ConnectionString,
        ["Cosmos__connectionMode"] = "gateway",
    };

    /// <summary>Every fault so far, by kind; the host's end is a crash.</summary>
    public ConcurrentDictionary<string, int> Told { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts one with the ledger's containers, faultless so far.</summary>
    public static async Task<FaultyCosmos> StartAsync(int seed)
    {
        var server = await CosmosServer.StartAsync(ranges: 2);
        var client = server.Connect(CosmosConnection.Options(ConnectionMode.Gateway));
        await client.CreateDatabaseAsync("entcredit");
        await client.GetDatabase("entcredit").CreateContainerAsync(new ContainerProperties("ledger", CosmosLedger.PartitionKeyPath));
        await client.GetDatabase("entcredit").CreateContainerAsync(new ContainerProperties("keys", CosmosLedger.KeysPartitionKeyPath));
        return new FaultyCosmos(server, client, seed);
    }

    /// <summary>Begins to fail.</summary>
    /// <param name="kill">Ends the host at once.</param>
    public void FailFor(Action kill) => server.Faults = call =>
    {
        if (Next(call) is not { } fault) return null;
        if (fault.Kills) kill();
        Told.AddOrUpdate(fault.Kills ? nameof(Fault.Crash) : $"{fault.What}", 1, (_, told) => told + 1);
        return fault.What;
    };

    /// <summary>Fails no more: the hash of every event by stream and version, as they lie there.</summary>
    public async Task<Dictionary<(string Stream, long Version), string>> HashesAsync()
    {
        server.Faults = null;
        var database = client.GetDatabase("entcredit");
        var ledger = new CosmosLedger(database.GetContainer("ledger"), database.GetContainer("keys"), RandomNumberGenerator.Create(), TimeProvider.System);
        return await LedgerWindow.HashesAsync(ledger);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return server.DisposeAsync();
    }

    private (CosmosFault What, bool Kills)? Next(CosmosCall call)
    {
        lock (chance)
        {
            var drawn = chance.NextDouble();
            // What is read of the feed late is shown late: that is no fault of the ledger, and a check would only wait.
            if (!call.IsWrite) return drawn < 0.01 ? (CosmosFault.Throttled, false) : null;
            if (drawn < 0.006) return (chance.Next(2) == 0 ? CosmosFault.BrokenBefore : CosmosFault.BrokenAfterCommit, true);
            return drawn < 0.1 ? (OfWrites[chance.Next(OfWrites.Length)], false) : null;
        }
    }
}
