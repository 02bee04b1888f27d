using Microsoft.Extensions.Logging;

namespace EntCredit.Conformance.Tests.Hosts;

/// <summary>The local runtime's engine on a database of its own, both clocks the machine's.</summary>
internal sealed class CaseHost : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("conformance").FullName;
    private readonly Action<CaseRegistry> _register;
    private readonly ILoggerFactory _logs;
    private DurableEngine _engine;

    private CaseHost(Action<CaseRegistry> register, ILoggerFactory logs)
    {
        (_register, _logs) = (register, logs);
        _engine = NewEngine();
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

    /// <summary>Stops the host in order and starts it again on what it left.</summary>
    public async Task Restart(CancellationToken limit)
    {
        await _engine.DisposeAsync();
        _engine = NewEngine();
        await _engine.StartAsync(limit);
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

    private DurableEngine NewEngine()
    {
        var registry = new DurableRegistry();
        _register(new(registry));
        return new(new() { DatabasePath = Path.Combine(_folder, "durable.db") }, registry, TimeProvider.System, TimeProvider.System, _logs);
    }
}
