using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.EndToEnd.Tests.Operator;

/// <summary>A system that is working is backed up, restored elsewhere, and goes on.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("entcredit-backup-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public async Task Backup_UnderLoad_RestoredElsewhere_LacksNothingAndFinishes()
    {
        var (first, backup, second) = (Folder("first"), Path.Combine(root.FullName, "backup"), Folder("second"));
        IReadOnlyList<string> before;
        await using (var town = await OperatorTown.StartAsync(first))
        {
            await town.Doors.UploadRegisterAsync();
            var acknowledged = new List<string>();
            using var enough = new CancellationTokenSource();
            var loading = LoadAsync(town.Doors, acknowledged, enough.Token);
            while (Count(acknowledged) < 5) await Task.Delay(20, Cancellation);
            lock (acknowledged) before = [.. acknowledged];
            var taken = await Tool.RunAsync(null, ["backup", "--to", backup, "--storage", town.Storage, .. OperatorTown.Places(first)]);
            await enough.CancelAsync();
            await loading;
            Assert.True(taken.Exit == 0, taken.Said + taken.Wrong);
            Assert.True(Count(acknowledged) > before.Count, "Nothing was uploaded while the backup was taken.");

            // The broker's messages are in it, and nothing is taken for sent that the copied broker may lack.
            Assert.True(File.Exists(Path.Combine(backup, "runtime", "servicebus.db")));
            Assert.Contains("runtime/servicebus.db", await File.ReadAllTextAsync(Path.Combine(backup, "manifest.json"), Cancellation), StringComparison.Ordinal);

            // A folder that holds something is no place for a backup.
            Assert.Equal(1, (await Tool.RunAsync(null, ["backup", "--to", backup, "--storage", town.Storage, .. OperatorTown.Places(first)])).Exit);
        }

        var restored = await Tool.RunAsync(null, ["restore", "--from", backup, .. OperatorTown.Places(second)]);
        Assert.True(restored.Exit == 0, restored.Said + restored.Wrong);
        var again = await Tool.RunAsync(null, ["restore", "--from", backup, .. OperatorTown.Places(second)]);
        Assert.Equal(1, again.Exit);
        Assert.Contains("不是空目录", again.Wrong, StringComparison.Ordinal);

        await using var copy = await OperatorTown.StartAsync(second);
        await Tool.JsonAsync(["reconcile", .. copy.Url]);
        await copy.Doors.SettleAsync();
        foreach (var batch in before)
        {
            var events = LedgerReading.EventsOf(copy.Ledger, "batch-" + batch).GetValueOrDefault("batch-" + batch);
            Assert.True(events?.Contains("batch.receipted"), $"{batch}: {string.Join(' ', events ?? ["is missing"])}");
            Assert.NotNull(await copy.Doors.JsonBlobAsync("receipts", $"{Doors.Housing}/{batch}.json"));
        }

        // Nothing was taken twice, whatever the listing of the restored storage found.
        Assert.All(
            LedgerReading.EventsOf(copy.Ledger, "batch-*"),
            batch => Assert.Single(batch.Value, type => type == "batch.arrived"));
        var batches = LedgerReading.EventsOf(copy.Ledger, "batch-*").Keys.ToList();
        Assert.Equal(Files(second), batches.Count);
        Assert.Equal("没有停滞的事项", (await Tool.RunAsync(Tool.Key, ["reconcile", .. copy.Url])).Said);
        Assert.Equal(0, (await Tool.RunAsync(null, "verify", "--ledger", copy.Ledger)).Exit);
    }

    [Fact]
    public async Task Restore_OfAnAlteredBackup_IsRefusedAndWritesNothing()
    {
        var (first, backup, second) = (Folder("a"), Path.Combine(root.FullName, "b"), Folder("c"));
        await using (var town = await OperatorTown.StartAsync(first))
        {
            await town.Doors.UploadRegisterAsync();
            Assert.Equal(0, (await Tool.RunAsync(null, ["backup", "--to", backup, "--storage", town.Storage, .. OperatorTown.Places(first)])).Exit);
        }

        var altered = Path.Combine(backup, "ledger", "ledger.db");
        var bytes = await File.ReadAllBytesAsync(altered, Cancellation);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(altered, bytes, Cancellation);
        var (exit, _, wrong) = await Tool.RunAsync(null, ["restore", "--from", backup, .. OperatorTown.Places(second)]);
        Assert.Equal(1, exit);
        Assert.Contains("ledger/ledger.db 与备份时不同", wrong, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(second));
        Assert.Equal(2, (await Tool.RunAsync(null, ["restore", "--from", second, .. OperatorTown.Places(second)])).Exit);
    }

    private static async Task LoadAsync(Doors doors, List<string> acknowledged, CancellationToken enough)
    {
        for (var n = 0; !enough.IsCancellationRequested && n < 200; n++)
        {
            var batch = await doors.UploadAsync($"{Doors.Housing}/permit/load-{n}.csv", PermitFile.Of(40, $"载{n}"), "done");
            lock (acknowledged) acknowledged.Add(batch);
        }
    }

    private static int Count(List<string> acknowledged)
    {
        lock (acknowledged) return acknowledged.Count;
    }

    /// <summary>How many uploads the restored storage holds.</summary>
    private static int Files(string folder)
    {
        var index = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "azurite", "__azurite_db_blob__.json")))!;
        return index["collections"]!.AsArray().Single(one => (string?)one!["name"] == "$BLOBS_COLLECTION$")!["data"]!.AsArray()
            .Count(blob => (string?)blob!["containerName"] == "uploads");
    }

    private string Folder(string name) => root.CreateSubdirectory(name).FullName;
}
