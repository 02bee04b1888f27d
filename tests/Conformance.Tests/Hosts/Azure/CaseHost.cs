using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Conformance.Tests.Hosts;

/// <summary>The real engine: the in-process test host of Durable Task, which keeps everything in memory.</summary>
internal sealed class CaseHost : IAsyncDisposable
{
    private readonly Action<CaseRegistry> _register;
    private readonly ILoggerFactory _logs;
    private DurableTaskTestHost? _host;

    // Its inner web server logs to the console of its own accord.
    static CaseHost() => Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "None");

    private CaseHost(Action<CaseRegistry> register, ILoggerFactory logs) => (_register, _logs) = (register, logs);

    /// <summary>Whether this is the real engine.</summary>
    public static bool IsReal => true;

    public DurableTaskClient Client => _host!.Client;

    public static async Task<CaseHost> Start(Action<CaseRegistry> register, ILoggerFactory logs, CancellationToken limit)
    {
        var host = new CaseHost(register, logs);
        await host.Start(limit);
        return host;
    }

    /// <summary>Stops the host in order and starts it again on what it left: nothing.</summary>
    public async Task Restart(CancellationToken limit)
    {
        await _host!.DisposeAsync();
        await Start(limit);
    }

    public ValueTask DisposeAsync() => _host!.DisposeAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task Start(CancellationToken limit) => _host = await DurableTaskTestHost.StartAsync(
        tasks => _register(new(tasks)),
        new DurableTaskTestHostOptions { Port = FreePort(), LoggerFactory = _logs, ConfigureServices = services => services.AddLogging() },
        limit);
}
