using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Conformance.Tests.Hosts;

/// <summary>The real engine: the in-process test host of Durable Task, which keeps everything in memory.</summary>
internal sealed class CaseHost(DurableTaskTestHost host) : IAsyncDisposable
{
    // Its inner web server logs to the console of its own accord.
    static CaseHost() => Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "None");

    /// <summary>Whether this is the real engine.</summary>
    public static bool IsReal => true;

    public DurableTaskClient Client => host.Client;

    public static async Task<CaseHost> Start(Action<CaseRegistry> register, ILoggerFactory logs, CancellationToken limit) => new(
        await DurableTaskTestHost.StartAsync(
            tasks => register(new(tasks)),
            new DurableTaskTestHostOptions { Port = FreePort(), LoggerFactory = logs, ConfigureServices = services => services.AddLogging() },
            limit));

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
