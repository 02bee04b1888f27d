using EntCredit.EndToEnd.Tests.Running;
using EntCredit.Tests.Shared;

namespace EntCredit.EndToEnd.Tests.Operator;

/// <summary>Azurite and the host over one folder that the test names, laid out as <c>./run.sh</c> does: what is put there is what they start with.</summary>
internal sealed class OperatorTown : IAsyncDisposable
{
    private readonly AzuriteProcess azurite;
    private readonly string folder;
    private readonly int busPort = FreePorts.Fixed();
    private StartedProgram? host;

    private OperatorTown(AzuriteProcess azurite, string folder)
    {
        (this.azurite, this.folder) = (azurite, folder);
        Doors = new Doors(azurite.ConnectionString);
    }

    /// <summary>The doors.</summary>
    public Doors Doors { get; }

    /// <summary>Where the host listens, as the tool is told.</summary>
    public string[] Url => ["--url", Doors.Url.AbsoluteUri];

    /// <summary>The storage account.</summary>
    public string Storage => azurite.ConnectionString;

    /// <summary>The ledger's file.</summary>
    public string Ledger => Path.Combine(folder, "ledger", "ledger.db");

    /// <summary>The host's own memory.</summary>
    public string HostFile => Path.Combine(folder, "runtime", "host.db");

    /// <summary>Where a system over a folder keeps its state, as the tool is told.</summary>
    public static string[] Places(string folder) =>
    [
        "--state", Path.Combine(folder, "runtime"), "--ledger", Path.Combine(folder, "ledger", "ledger.db"), "--blobs", Path.Combine(folder, "azurite"),
    ];

    public static async Task<OperatorTown> StartAsync(string folder)
    {
        var blobs = Directory.CreateDirectory(Path.Combine(folder, "azurite"));
        File.Copy(Path.Combine(Repository.Root, "functions", "host.json"), Path.Combine(folder, "host.json"), overwrite: true);
        var town = new OperatorTown(await AzuriteProcess.StartAsync(blobs.FullName), folder);
        try
        {
            await town.StartHostAsync();
            return town;
        }
        catch
        {
            await town.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the host in order and starts it again over the same state.</summary>
    public async Task RestartAsync()
    {
        await host!.StopAsync();
        await host.DisposeAsync();
        await StartHostAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Doors.Dispose();
        if (host is not null) await host.DisposeAsync();
        await azurite.DisposeAsync();
    }

    private async Task StartHostAsync()
    {
        var url = $"http://127.0.0.1:{FreePorts.Any()}";
        host = new StartedProgram(
            Repository.Program("functions", "EntCredit.Functions"),
            new Dictionary<string, string>(Town.BusSettings(busPort))
            {
                ["FUNCTIONS_APPLICATION_DIRECTORY"] = folder,
                ["TASKHUB_NAME"] = "EntCredit",
                ["AzureWebJobsStorage"] = azurite.ConnectionString,
                ["EntCredit__Ledger__Path"] = Ledger,
                ["EntCredit__Limits__PublicPerMinute"] = "1000000",
                ["EntCredit__Limits__DepartmentPerMinute"] = "1000000",
                ["LocalRuntime__State"] = Path.Combine(folder, "runtime"),
                ["LocalRuntime__Urls"] = url,
                ["LocalRuntime__MovableClock"] = "true",
                ["LocalRuntime__ClockStart"] = "2020-07-10T01:30:00Z",
                ["LocalRuntime__BlobPollInterval"] = "00:00:00.200",
            });
        await Doors.OpenAsync(new Uri(url), () => host.HasEnded ? string.Join('\n', host.Lines.TakeLast(20)) : null);
    }}
