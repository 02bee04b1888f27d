using EntCredit.LocalRuntime.Durable.Engine;
using Microsoft.Extensions.Time.Testing;

namespace EntCredit.LocalRuntime.Tests.Durable;

/// <summary>An engine on a database of its own, with a legal clock that the test moves; the machine clock runs unless told otherwise.</summary>
internal sealed class Harness : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("durable").FullName;
    private readonly Action<DurableRegistry> _register;
    private readonly Func<DurableEngineOptions, DurableEngineOptions> _configure;

    private Harness(Action<DurableRegistry> register, Func<DurableEngineOptions, DurableEngineOptions>? configure, TimeProvider? machine)
    {
        _register = register;
        _configure = configure ?? (o => o);
        Machine = machine ?? TimeProvider.System;
        Engine = NewEngine(register);
    }

    public static readonly DateTimeOffset Begin = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Legal { get; } = new(Begin);

    public TimeProvider Machine { get; }

    public CollectedLogs Logs { get; } = new();

    public DurableEngine Engine { get; private set; }

    public DurableTaskClient Client => Engine.Client;

    public string DatabasePath => Path.Combine(_folder, "durable.db");

    public static CancellationToken Limit => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    public static async Task<Harness> Start(
        Action<DurableRegistry> register, Func<DurableEngineOptions, DurableEngineOptions>? configure = null, TimeProvider? machine = null)
    {
        var harness = new Harness(register, configure, machine);
        await harness.Engine.StartAsync(Limit);
        return harness;
    }

    /// <summary>Kills the engine and starts another on the same database, with other code where given.</summary>
    public async Task Crash(Action<DurableRegistry>? register = null)
    {
        Engine.Abandon();
        Engine = NewEngine(register ?? _register);
        await Engine.StartAsync(Limit);
    }

    /// <summary>Stops the engine in order and starts another on the same database.</summary>
    public async Task Restart(Action<DurableRegistry>? register = null)
    {
        await Engine.StopAsync(Limit);
        Engine = NewEngine(register ?? _register);
        await Engine.StartAsync(Limit);
    }

    /// <summary>Moves the legal clock and lets the engine work that off.</summary>
    public async Task Advance(TimeSpan by)
    {
        await Engine.WaitUntilIdleAsync(Limit);
        Legal.Advance(by);
        await Engine.WaitUntilIdleAsync(Limit);
    }

    public Task Idle() => Engine.WaitUntilIdleAsync(Limit);

    public Task<string> Schedule(string orchestrator, object? input = null, StartOrchestrationOptions? options = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, options, Limit);

    public Task Raise(string id, string name, object? payload = null) => Client.RaiseEventAsync(id, name, payload, Limit);

    /// <summary>An instance that is there, with inputs and outputs.</summary>
    public async Task<OrchestrationMetadata> Get(string id) => (await Client.GetInstanceAsync(id, true, Limit))!;

    public Task<OrchestrationMetadata> Completed(string id) => Client.WaitForInstanceCompletionAsync(id, true, Limit);

    /// <summary>Schedules an instance and waits for its end.</summary>
    public async Task<OrchestrationMetadata> Run(string orchestrator, object? input = null, string? id = null) =>
        await Completed(await Schedule(orchestrator, input, id is null ? null : new(id)));

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private DurableEngine NewEngine(Action<DurableRegistry> register)
    {
        var registry = new DurableRegistry();
        register(registry);
        return new(_configure(new() { DatabasePath = DatabasePath }), registry, Legal, Machine, Logs);
    }
}
