using System.Globalization;
using System.Text.Json.Nodes;
using EntCredit.CosmosStandIn;
using EntCredit.EndToEnd.Tests.Running;
using EntCredit.Stores.Ledger;
using Microsoft.Azure.Cosmos;

namespace EntCredit.EndToEnd.Tests;

/// <summary>The same program with its ledger on Cosmos DB: the stand-in outlives the host that is killed.</summary>
public sealed class CosmosTests : IAsyncLifetime
{
    private const int Rows = 2_000;
    private CosmosServer cosmos = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        cosmos = await CosmosServer.StartAsync(ranges: 2);
        using var client = cosmos.Connect();
        await client.CreateDatabaseAsync("entcredit");
        await client.GetDatabase("entcredit").CreateContainerAsync(new ContainerProperties("ledger", CosmosLedger.PartitionKeyPath));
        await client.GetDatabase("entcredit").CreateContainerAsync(new ContainerProperties("keys", CosmosLedger.KeysPartitionKeyPath));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => cosmos.DisposeAsync();

    [Fact]
    public async Task Upload_LedgerOnCosmosAndHostKilledTwice_EveryRowExactlyOnce()
    {
        await using var town = await Town.StartAsync(settings: new Dictionary<string, string>
        {
            ["EntCredit__Ledger__Store"] = "cosmos",
            ["Cosmos"] = cosmos.ConnectionString,
            ["Cosmos__connectionMode"] = "gateway",
        });
        await town.Doors.UploadRegisterAsync();
        var (written, cutAt) = (0, new TaskCompletionSource());
        var batch = await town.Doors.UploadAsync($"{Doors.Housing}/permit/many.csv", PermitFile.Of(Rows, "甲"), "done");

        // In the midst of a segment: what of it is written stays, and what the batch says of it is not there yet.
        cosmos.Faults = call =>
        {
            if (call.Method == "POST" && call.IsWrite && Interlocked.Increment(ref written) > Rows) cutAt.TrySetResult();
            return cutAt.Task.IsCompleted ? CosmosFault.BrokenBefore : null;
        };
        await cutAt.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        await town.StopHostAsync();
        cosmos.Faults = null;
        await town.KillAndRestartAsync();
        await town.KillAndRestartAsync();
        await UntilAsync(town, batch, progress => ((int?)progress["records"]!["published"] ?? 0) > 0);
        await town.KillAndRestartAsync();
        await town.Doors.SettleAsync();

        var done = await town.Doors.BatchAsync(Doors.Housing, batch);
        Assert.Equal(("receipted", Rows, Rows), ((string?)done["phase"], (int)done["counts"]!["accepted"]!, (int)done["records"]!["published"]!));
        await town.StopHostAsync();

        // What the host's copy holds is what Cosmos DB holds: the chain was taken over, not made anew.
        var records = LedgerReading.EventsOf(town.LedgerFile, batch + "-*");
        Assert.Equal(Enumerable.Range(2, Rows).Select(line => string.Create(CultureInfo.InvariantCulture, $"{batch}-{line:D7}")), records.Keys.Order(StringComparer.Ordinal));
        Assert.All(records.Values, events => Assert.Equal(["record.collected", "record.published"], events));
        Assert.Null((await LedgerVerifier.VerifyAsync(town.LedgerFile, TestContext.Current.CancellationToken)).First);
    }

    private static async Task UntilAsync(Town town, string batch, Func<JsonNode, bool> reached) =>
        await Doors.UntilAsync("the batch has come so far", async () => await town.Doors.FindBatchAsync(Doors.Housing, batch) is { } progress && reached(progress));
}
