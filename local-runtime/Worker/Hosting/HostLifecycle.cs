using EntCredit.LocalRuntime.Durable.Engine;
using EntCredit.LocalRuntime.Worker.Blobs;
using EntCredit.LocalRuntime.Worker.Cosmos;
using EntCredit.LocalRuntime.Worker.Invocation;
using EntCredit.LocalRuntime.Worker.ServiceBus;
using EntCredit.LocalRuntime.Worker.Timers;
using Microsoft.Extensions.Hosting;

namespace EntCredit.LocalRuntime.Worker.Hosting;

/// <summary>
/// The order of starting: the broker, the application's hosted services, the durable engine, HTTP, then blobs, messages, timers and changes of Cosmos DB. Stopping: none
/// of these is taken any more, HTTP answers what it has, runs end, the engine and the broker stop.
/// </summary>
internal sealed class HostLifecycle(
    DurableEngine engine,
    BlobListener blobs,
    HostBroker broker,
    ServiceBusListener messages,
    TimerListener timers,
    CosmosListener cosmos,
    FunctionRunner runner
)
    : IHostedLifecycleService
{
    private Task _stopTaking = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => engine.StartAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        timers.Start();
        blobs.Start();
        messages.Start();
        cosmos.Start();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        // Not awaited here: a timer's run may take long, and HTTP has to stop listening.
        _stopTaking = Task.WhenAll(timers.StopAsync(), blobs.StopTakingAsync(), messages.StopAsync(), cosmos.StopAsync());
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await runner.DrainAsync(cancellationToken);
        await _stopTaking;
        await engine.StopAsync(cancellationToken);
    }

    // Last of all: the application's own services may send while they stop.
    public async Task StoppedAsync(CancellationToken cancellationToken) => await broker.StopAsync();
}
