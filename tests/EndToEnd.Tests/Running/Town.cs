using System.Globalization;
using EntCredit.Tests.Shared;

namespace EntCredit.EndToEnd.Tests.Running;

/// <summary>A real Azurite and the host, both as processes, with a state of their own that is thrown away; and the doors to them.</summary>
internal sealed class Town : IAsyncDisposable
{
    private readonly AzuriteProcess azurite;
    private readonly DirectoryInfo state;
    private readonly DateTimeOffset clockStart;
    private IReadOnlyDictionary<string, string> settings;
    private StartedProgram? host;

    private Town(AzuriteProcess azurite, DirectoryInfo state, DateTimeOffset clockStart, IReadOnlyDictionary<string, string> settings)
    {
        (this.azurite, this.state, this.clockStart, this.settings) = (azurite, state, clockStart, settings);
        Doors = new Doors(azurite.ConnectionString);
    }

    /// <summary>The doors of whatever host runs now.</summary>
    public Doors Doors { get; }

    /// <summary>Where messages are: the broker inside the host.</summary>
    public int BusPort { get; } = FreePorts.Fixed();

    /// <summary>The broker's file.</summary>
    public string BusFile => Path.Combine(state.FullName, "runtime", "servicebus.db");

    /// <summary>The storage account.</summary>
    public string Storage => azurite.ConnectionString;

    /// <summary>The ledger's file.</summary>
    public string LedgerFile => Path.Combine(state.FullName, "ledger", "ledger.db");

    /// <summary>The audit trail's file.</summary>
    public string AuditFile => Path.Combine(state.FullName, "ledger", "audit.db");

    /// <summary>The process id of the host that runs now.</summary>
    public int HostId => host!.Id;

    /// <summary>What the host that runs now has logged.</summary>
    public IReadOnlyList<string> Logs => host?.Lines ?? [];

    /// <summary>Starts it at a legal instant: by default a Friday morning in Jieshou, when the samples' last day has come.</summary>
    public static async Task<Town> StartAsync(string legalTime = "2020-07-10T01:30:00Z", IReadOnlyDictionary<string, string>? settings = null)
    {
        var state = Directory.CreateTempSubdirectory("entcredit-e2e-");
        // As a newcomer sets it up; a developer's own local.settings.json stays out of it.
        File.Copy(Path.Combine(Repository.Root, "functions", "host.json"), Path.Combine(state.FullName, "host.json"));
        File.Copy(Path.Combine(Repository.Root, "local.settings.sample.json"), Path.Combine(state.FullName, "local.settings.json"));
        var town = new Town(await AzuriteProcess.StartAsync(), state, DateTimeOffset.Parse(legalTime, CultureInfo.InvariantCulture), settings ?? new Dictionary<string, string>());
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

    /// <summary>Kills the host with SIGKILL and starts it again over the same state.</summary>
    public async Task KillAndRestartAsync()
    {
        await host!.DisposeAsync();
        await StartHostAsync();
    }

    /// <summary>The same with other settings.</summary>
    public Task KillAndRestartAsync(IReadOnlyDictionary<string, string> other)
    {
        settings = other;
        return KillAndRestartAsync();
    }

    /// <summary>Ends the host in order.</summary>
    public Task StopHostAsync() => host!.StopAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Doors.Dispose();
        if (host is not null) await host.DisposeAsync();
        await azurite.DisposeAsync();
        state.Delete(recursive: true);
    }

    private async Task StartHostAsync()
    {
        var url = $"http://127.0.0.1:{FreePorts.Any()}";
        host = new StartedProgram(
            Repository.Program("functions", "EntCredit.Functions"),
            new Dictionary<string, string>(BusSettings(BusPort).Concat(settings).GroupBy(setting => setting.Key).Select(setting => setting.Last()))
            {
                ["FUNCTIONS_APPLICATION_DIRECTORY"] = state.FullName,
                ["AzureWebJobsStorage"] = azurite.ConnectionString,
                ["EntCredit__Ledger__Path"] = LedgerFile,
                ["EntCredit__Limits__PublicPerMinute"] = "1000000",
                ["EntCredit__Limits__DepartmentPerMinute"] = "1000000",
                ["LocalRuntime__State"] = Path.Combine(state.FullName, "runtime"),
                ["LocalRuntime__Urls"] = url,
                ["LocalRuntime__Logs"] = "json",
                ["LocalRuntime__MovableClock"] = "true",
                ["LocalRuntime__ClockStart"] = clockStart.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["LocalRuntime__BlobPollInterval"] = "00:00:00.200",
            });
        await Doors.OpenAsync(new Uri(url), () => host.HasEnded ? string.Join('\n', host.Lines.TakeLast(20)) : null);
    }

    /// <summary>The settings of a broker of its own, with the topics of the departments for development.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> BusSettings(int port) => new Dictionary<string, string>
    {
        ["ServiceBus"] = $"Endpoint=sb://127.0.0.1:{port};SharedAccessKeyName=local;SharedAccessKey=local;UseDevelopmentEmulator=true",
        ["LocalRuntime__ServiceBus__Address"] = $"amqp://127.0.0.1:{port}",
        ["LocalRuntime__ServiceBus__Entities"] = Path.Combine(Repository.Root, "servicebus.json"),
    };
}
