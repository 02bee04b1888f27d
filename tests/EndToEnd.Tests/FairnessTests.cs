using System.Text.Json.Nodes;
using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.EndToEnd.Tests;

/// <summary>One department's many rows do not starve another's ten.</summary>
public sealed class FairnessTests
{
    private const string Enforcement = "jieshou-enforcement";
    private const int Many = 80_000, Few = 10;

    [Fact]
    public async Task Upload_TenRowsWhileAnothersManyAreTaken_AreReceiptedBeforeTheManyAre()
    {
        await using var town = await Town.StartAsync();
        await town.Doors.UploadRegisterAsync();
        var many = await town.Doors.UploadAsync($"{Doors.Housing}/permit/many.csv", PermitFile.Of(Many, "多"), "done");
        await Doors.UntilAsync("the many are being taken", async () => Taken(await town.Doors.FindBatchAsync(Doors.Housing, many)) > 0);

        var few = await town.Doors.UploadAsync($"{Enforcement}/permit/few.csv", PermitFile.Of(Few, "少"), "done");
        await Doors.UntilAsync("the ten are receipted", async () => (string?)(await town.Doors.FindBatchAsync(Enforcement, few))?["phase"] == "receipted");

        // Where the many are not all taken by then, it is enough to see one more of theirs.
        var soFar = await town.Doors.BatchAsync(Doors.Housing, many);
        await Doors.UntilAsync("the many go on", async () => Taken(soFar) == (int)soFar["segments"]! || Taken(await town.Doors.BatchAsync(Doors.Housing, many)) > Taken(soFar));
        await town.StopHostAsync();

        // By the order of facts in the ledger, not by the time that anything took.
        var facts = LedgerReading.FactsOf(town.LedgerFile, "batch-*").ToList();
        Assert.True(facts.IndexOf(("batch-" + many, "batch.segment-taken")) < facts.IndexOf(("batch-" + few, "batch.arrived")), "The ten did not come while the many were being taken.");
        Assert.True(
            facts.IndexOf(("batch-" + few, "batch.receipted")) < facts.LastIndexOf(("batch-" + many, "batch.segment-taken")), "The ten waited until all of the many were taken.");
        Assert.Equal(Few, LedgerReading.EventsOf(town.LedgerFile, few + "-*").Count);
    }

    private static int Taken(JsonNode? batch) => (int?)batch?["segmentsTaken"] ?? 0;
}
