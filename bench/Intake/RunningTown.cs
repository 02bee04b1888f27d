using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using EntCredit.Domain.Batches;
using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.Bench.Intake;

/// <summary>The host as an operator runs it, with a real Azurite and a throw-away state, and what it does with a large file.</summary>
internal sealed class RunningTown(Town town) : IAsyncDisposable
{
    private const string Provider = "jieshou-enforcement";

    public static async Task<RunningTown> StartAsync() => new(await Town.StartAsync());

    /// <summary>Uploads a file; the id of its batch.</summary>
    public async Task<string> UploadAsync(string file, string name, CancellationToken stop)
    {
        var path = $"{Provider}/penalty/{name}";
        var blob = new BlobServiceClient(town.Storage).GetBlobContainerClient("uploads").GetBlobClient(path);
        var uploaded = await blob.UploadAsync(file, overwrite: true, stop);
        return BatchIds.Of(uploaded.Value.LastModified, path, uploaded.Value.ETag.ToString());
    }

    /// <summary>Waits until a batch has come to a phase; the batch then.</summary>
    public async Task<JsonNode> UntilAsync(string batch, CancellationToken stop, params string[] phases)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            if (await town.Doors.FindBatchAsync(Provider, batch) is { } found && phases.Contains((string?)found["phase"])) return found;

            // Each question costs what is measured: a fiftieth of the time that has passed is near enough.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Clamp(Stopwatch.GetElapsedTime(start).TotalMilliseconds / 50, 50, 1000)), stop);
        }
    }

    /// <summary>The most memory that the host ever had, in MB.</summary>
    public double PeakMemory()
    {
        var line = File.ReadLines($"/proc/{town.HostId}/status").First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024d;
    }

    /// <summary>Ends the host and moves its ledger away, whole.</summary>
    public async Task KeepLedgerAsync(string file)
    {
        await town.StopHostAsync();
        File.Move(town.LedgerFile, file);
        if (File.Exists(town.LedgerFile + "-wal")) File.Move(town.LedgerFile + "-wal", file + "-wal");
    }

    public ValueTask DisposeAsync() => town.DisposeAsync();
}
