using Microsoft.Extensions.Logging;

namespace EntCredit.Conformance.Tests.Hosts;

/// <summary>The local runtime's engine on a database of its own, both clocks the machine's.</summary>
internal sealed class CaseHost : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("conformance").FullName;
    private readonly DurableEngine _engine;

    private CaseHost(Action<CaseRegistry> register, ILoggerFactory logs)
    {
        var registry = new DurableRegistry();
        register(new(registry));
        _engine = new(new() { DatabasePath = Path.Combine(_folder, "durable.db") }, registry, TimeProvider.System, TimeProvider.System, logs);
    }

    /// <summary>Whether this is the real engine.</summary>
    public static bool IsReal => false;

    public DurableTaskClient Client => _engine.Client;

    public static async Task<CaseHost> Start(Action<CaseRegistry> register, ILoggerFactory logs, CancellationToken limit)
    {
        var host = new CaseHost(register, logs);
        await host._engine.StartAsync(limit);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        // What a case leaves hanging is cancelled: nobody waits for it any more.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _engine.StopAsync(now.Token);
        await _engine.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
