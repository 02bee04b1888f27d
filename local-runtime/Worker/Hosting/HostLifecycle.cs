using EntCredit.LocalRuntime.Durable.Engine;
using EntCredit.LocalRuntime.Worker.Blobs;
using EntCredit.LocalRuntime.Worker.Cosmos;
using EntCredit.LocalRuntime.Worker.Invocation;
using EntCredit.LocalRuntime.Worker.Timers;
using Microsoft.Extensions.Hosting;

namespace EntCredit.LocalRuntime.Worker.Hosting;

/// <summary>
/// The order of starting: the application's hosted services, the durable engine, HTTP, then blobs, timers and changes of Cosmos DB. Stopping: none of these is
/// taken any more, HTTP answers what it has, runs end, the engine stops.
/// </summary>
internal sealed class HostLifecycle(DurableEngine engine, BlobListener blobs, TimerListener timers, CosmosListener cosmos, FunctionRunner runner)
    : IHostedLifecycleService
{
    private Task _stopTaking = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => engine.StartAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        timers.Start();
        blobs.Start();
        cosmos.Start();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        // Not awaited here: a timer's run may take long, and HTTP has to stop listening.
        _stopTaking = Task.WhenAll(timers.StopAsync(), blobs.StopTakingAsync(), cosmos.StopAsync());
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await runner.DrainAsync(cancellationToken);
        await _stopTaking;
        await engine.StopAsync(cancellationToken);
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
