using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using EntCredit.CosmosStandIn;
using EntCredit.EndToEnd.Tests.Operator;
using EntCredit.EndToEnd.Tests.Running;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Ledger.Seals;
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
        await using var town = await Town.StartAsync(settings: Settings());
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
        using (var host = Process.GetProcessById(town.HostId))
        {
            host.Kill();
            await host.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

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

    [Fact]
    public async Task Day_LedgerOnCosmos_IsSealedDrawnFromProvenAndGivenOn()
    {
        await using var town = await Town.StartAsync(settings: Settings());
        await town.Doors.UploadRegisterAsync();
        var seed = await Tool.JsonAsync("draw-seed");
        await CallAsync(town, HttpMethod.Put, "/api/v1/inspections/matters/S-01", """{"name":"示例事项","basis":"示例依据"}""");
        await CallAsync(town, HttpMethod.Put, "/api/v1/inspections/roster", """{"inspectors":[{"code":"S1"},{"code":"S2"},{"code":"S3"}]}""");
        var announced = await CallAsync(
            town, HttpMethod.Post, "/api/v1/inspections/draws", $$"""{"matter":"S-01","seedDigest":"{{seed["seedDigest"]}}","subjects":3,"inspectorsEach":2}""");
        await CallAsync(town, HttpMethod.Post, "/admin/local/clock", """{"to":"2020-07-10T16:30:00Z"}""");

        var drawn = await CallAsync(town, HttpMethod.Post, $"/api/v1/inspections/draws/{announced["id"]}/draw", $$"""{"seed":"{{seed["seed"]}}"}""");
        Assert.Equal(3, drawn["drawn"]!.AsArray().Count);
        var kept = JsonNode.Parse(await town.Doors.BlobAsync("roots", "2020-07-10.json"))!;
        Assert.Equal((string?)kept["root"], (string?)drawn["beacon"]!["root"]);

        var changes = await CallAsync(town, HttpMethod.Get, "/api/v1/public/changes", null);
        var record = (string)changes["items"]![0]!["id"]!;
        await town.StopHostAsync();
        var proof = ProofMaker.Of(town.LedgerFile, record);
        Assert.Null(ProofCheck.First(proof));
        Assert.Equal((string?)kept["hash"], proof.Seals[^1].Hash);
        Assert.Null((await LedgerVerifier.VerifyAsync(town.LedgerFile, TestContext.Current.CancellationToken)).First);
    }

    private static async Task<JsonNode> CallAsync(Town town, HttpMethod method, string path, string? body)
    {
        var (answer, said) = await town.Doors.CallAsync(method, path, Tool.Key, body);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {said}");
        return said!;
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["EntCredit__Ledger__Store"] = "cosmos",
        ["Cosmos"] = cosmos.ConnectionString,
        ["Cosmos__connectionMode"] = "gateway",
    };

    private static async Task UntilAsync(Town town, string batch, Func<JsonNode, bool> reached) =>
        await Doors.UntilAsync("the batch has come so far", async () => await town.Doors.FindBatchAsync(Doors.Housing, batch) is { } progress && reached(progress));
}
