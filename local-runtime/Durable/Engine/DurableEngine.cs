using EntCredit.LocalRuntime.Durable.Client;
using EntCredit.LocalRuntime.Durable.Engine.Dispatch;
using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Engine.Replay;
using EntCredit.LocalRuntime.Durable.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Durable.Engine;

/// <summary>
/// A small Durable Task engine on one SQLite database: orchestrations by deterministic replay, every step one transaction, on disk before
/// anyone is told of it. After a crash nothing is lost and nothing repeated but an activity whose result had not been recorded.
/// </summary>
public sealed class DurableEngine : IAsyncDisposable
{
    private readonly DurableEngineOptions _options;
    private readonly DurableRegistry _registry;
    private readonly TimeProvider _legal;
    private readonly TimeProvider _machine;
    private readonly ILoggerFactory _loggers;
    private readonly LoadCounter _load = new();
    private readonly Waiters _waiters = new();
    private readonly CancellationTokenSource _stop = new();
    private EngineParts? _parts;
    private Task _pumps = Task.CompletedTask;
    private bool _stopped;

    /// <summary>Makes an engine; <see cref="StartAsync"/> opens its database.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="registry">The orchestrators and activities.</param>
    /// <param name="legal">The clock of orchestrators, their timers and scheduled starts.</param>
    /// <param name="machine">The clock of retry delays, leases and everything else.</param>
    /// <param name="loggers">Where it logs.</param>
    public DurableEngine(
        DurableEngineOptions options, DurableRegistry registry, TimeProvider legal, TimeProvider machine, ILoggerFactory loggers)
    {
        (_options, _registry, _legal, _machine, _loggers) = (options, registry, legal, machine, loggers);
        Client = new EngineClient(() => Parts, _waiters, machine);
    }

    /// <summary>The client to this engine; it works while the engine runs.</summary>
    public DurableTaskClient Client { get; }

    internal int InstancesInMemory => Parts.Cache.Count;

    internal long Transactions => Parts.Writer.Transactions;

    internal long StoreUses => Transactions + Parts.Readers.Reads;

    private EngineParts Parts => _parts ?? throw new InvalidOperationException("The durable engine has not started.");

    /// <summary>Opens the database and goes on where it was left.</summary>
    /// <exception cref="IOException">Another engine holds the database.</exception>
    public Task StartAsync(CancellationToken ct)
    {
        if (_parts is not null)
            throw new InvalidOperationException("The durable engine has been started.");
        ct.ThrowIfCancellationRequested();
        var parts = new EngineParts(_options, _registry, _legal, _machine, _loggers, _load, _waiters);
        try
        {
            parts.Recover();
        }
        catch
        {
            parts.Dispose();
            throw;
        }

        _parts = parts;
        var stop = _stop.Token;
        // The pumps belong to nobody's trace: each activity carries that of who scheduled its orchestration.
        using var nobody = ExecutionContext.SuppressFlow();
        _pumps = Task.WhenAll(
            [
                .. Pumps(_options.MaxConcurrentOrchestratorFunctions, () => parts.Turns.Run(stop)),
                .. Pumps(_options.MaxConcurrentActivityFunctions, () => parts.Activities.Run(stop)),
            ]);
        return Task.CompletedTask;
    }

    /// <summary>Takes up nothing new, lets running activities finish and records what they bring; at <paramref name="ct"/> it cancels them.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        if (_parts is not { } parts || _stopped)
            return;
        _stopped = true;
        await _stop.CancelAsync();
        using (ct.Register(parts.Activities.Abort))
            await _pumps;
        await Task.Run(parts.Close, CancellationToken.None);
    }

    /// <summary>When the earliest durable timer or scheduled start is due on the legal clock; null for none.</summary>
    public DateTimeOffset? NextTimerDue() =>
        Parts.Readers.Read(r => r.NextDue(DurableClock.Legal)) is { } due ? RowReading.Utc(due) : null;

    /// <summary>When the earliest failed step is tried again, on the machine's clock; null for none.</summary>
    public DateTimeOffset? NextRetryDue() =>
        Parts.Readers.Read(r => r.NextDue(DurableClock.Machine)) is { } due ? RowReading.Utc(due) : null;

    /// <summary>Done when no turn can be made, no activity is queued or runs, and no timer is due on its clock.</summary>
    public async Task WaitUntilIdleAsync(CancellationToken ct)
    {
        while (true)
        {
            await _load.Idle().WaitAsync(ct);
            if (!Parts.CheckTimers() && _load.Idle().IsCompleted)
                return;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _stop.Dispose();
    }

    /// <summary>The last execution of an instance as it went so far, to be kept in a file; null where there is none.</summary>
    internal RecordedHistory? History(string instanceId) => Parts.Readers.Read(r => r.History(instanceId));

    /// <summary>Leaves the database as a killed process would: between two transactions, with everything in memory forgotten.</summary>
    internal void Abandon()
    {
        _stopped = true;
        _stop.Cancel();
        Parts.Abandon();
    }

    private static IEnumerable<Task> Pumps(int count, Func<Task> run) =>
        Enumerable.Range(0, count).Select(_ => Task.Run(run, CancellationToken.None));
}
