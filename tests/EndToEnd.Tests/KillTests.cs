using System.Globalization;
using System.Text.Json.Nodes;
using EntCredit.EndToEnd.Tests.Running;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Ledger;

namespace EntCredit.EndToEnd.Tests;

/// <summary>The host dies in the middle of its work: every row still has its legal life, once.</summary>
public sealed class KillTests
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("ENTCREDIT_FULL") == "1";
    private static readonly int Rows = Full ? 1_000_000 : 20_000;
    private static readonly int Segments = Rows / SegmentStore.RowsPerSegment;

    // Of ten kills eight while rows are taken, two while they are published.
    private static readonly int[] WhileTaking = Full ? [.. Enumerable.Range(0, 8).Select(kill => 2 + (kill * Segments / 10))] : [2, Segments / 2];
    private static readonly int[] WhilePublishing = Full ? [1, Rows / 2] : [1];

    [Fact]
    public async Task Upload_HostKilledWhileTakingAndWhilePublishing_EveryRowExactlyOnce()
    {
        await using var town = await Town.StartAsync();
        await town.Doors.UploadRegisterAsync();
        var batch = await town.Doors.UploadAsync($"{Doors.Housing}/permit/many.csv", PermitFile.Of(Rows, "甲"), "done");

        // At a few segments, then at more of them.
        foreach (var reached in WhileTaking)
        {
            var before = await UntilAsync(town, batch, progress => Taken(progress) >= reached);
            Assert.True(Taken(before) < Segments, $"Killed too late to prove anything: {before.ToJsonString()}");
            await town.KillAndRestartAsync();
            var after = await town.Doors.BatchAsync(Doors.Housing, batch);
            Assert.True(Taken(after) >= Taken(before), "What was told to the department as taken was lost.");
        }

        // In the middle of publishing.
        foreach (var reached in WhilePublishing)
        {
            var publishing = await UntilAsync(town, batch, progress => Published(progress) >= reached);
            Assert.True(Published(publishing) < Rows, $"Killed too late to prove anything: {publishing.ToJsonString()}");
            await town.KillAndRestartAsync();
        }

        await town.Doors.SettleAsync();
        await AssertProgressAsync(town, batch);
        await AssertReceiptAsync(town, batch);
        await town.StopHostAsync();
        await AssertLedgerAsync(town.LedgerFile, batch);
    }

    private static async Task<JsonNode> UntilAsync(Town town, string batch, Func<JsonNode, bool> reached)
    {
        JsonNode? progress = null;
        await Doors.UntilAsync("the batch has come so far", async () => (progress = await town.Doors.FindBatchAsync(Doors.Housing, batch)) is not null && reached(progress));
        return progress!;
    }

    private static async Task AssertProgressAsync(Town town, string batch)
    {
        var progress = await town.Doors.BatchAsync(Doors.Housing, batch);
        Assert.Equal("receipted", (string?)progress["phase"]);
        Assert.Equal(Rows, (int)progress["rows"]!);
        Assert.Equal(Segments, Taken(progress));
        Assert.Equal(
            (Rows, Rows, 0, 0), ((int)progress["counts"]!["rows"]!, (int)progress["counts"]!["accepted"]!, (int)progress["counts"]!["refused"]!, (int)progress["counts"]!["duplicates"]!));
        Assert.Equal($$"""{"published":{{Rows}}}""", progress["records"]!.ToJsonString());
        Assert.Equal([batch], await town.Doors.BatchesAsync(Doors.Housing));
    }

    private static async Task AssertReceiptAsync(Town town, string batch)
    {
        var receipt = await town.Doors.JsonBlobAsync("receipts", $"{Doors.Housing}/{batch}.json");
        Assert.Equal(Rows, (int)receipt!["counts"]!["accepted"]!);
        Assert.Empty(receipt["refused"]!.AsArray());
    }

    private static async Task AssertLedgerAsync(string file, string batch)
    {
        var records = LedgerReading.EventsOf(file, batch + "-*");
        var lines = Enumerable.Range(2, Rows).Select(line => string.Create(CultureInfo.InvariantCulture, $"{batch}-{line:D7}"));
        Assert.Equal(lines, records.Keys.Order(StringComparer.Ordinal));
        Assert.All(records.Values, events => Assert.Equal(["record.collected", "record.published"], events));

        var upload = LedgerReading.EventsOf(file, "batch-" + batch)["batch-" + batch];
        string[] expected = ["batch.arrived", "batch.read", .. Enumerable.Repeat("batch.segment-taken", Segments), "batch.receipted"];
        Assert.Equal(expected, upload);

        var verified = await LedgerVerifier.VerifyAsync(file, TestContext.Current.CancellationToken);
        Assert.Null(verified.First);
        Assert.True(verified.Events > 2 * Rows, $"Only {verified.Events} events were verified.");
    }

    private static int Taken(JsonNode progress) => (int)progress["segmentsTaken"]!;

    private static int Published(JsonNode progress) => (int?)progress["records"]!["published"] ?? 0;
}
