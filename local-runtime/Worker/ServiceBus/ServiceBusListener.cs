using EntCredit.LocalRuntime.Clocks;
using EntCredit.LocalRuntime.Messaging.ServiceBus;
using EntCredit.LocalRuntime.Worker.Hosting;
using EntCredit.LocalRuntime.Worker.Indexing;
using EntCredit.LocalRuntime.Worker.Invocation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Worker.ServiceBus;

/// <summary>All Service Bus triggers.</summary>
internal sealed class ServiceBusListener : IAsyncDisposable
{
    private readonly HostBroker _broker;
    private readonly ServiceBusConnections _connections;
    private readonly ServiceBusFunction[] _functions;
    private readonly CancellationTokenSource _stopping = new();
    private Task[] _loops = [];

    public ServiceBusListener(
        FunctionIndex index,
        HostBroker broker,
        ServiceBusConnections connections,
        FunctionRunner runner,
        ServiceBusSettings settings,
        IConfiguration configuration,
        [FromKeyedServices(ClockKeys.Machine)] TimeProvider machine,
        ILogger<ServiceBusListener> logger
    )
    {
        (_broker, _connections) = (broker, connections);
        var options = new ServiceBusReceiverOptions { PrefetchCount = settings.PrefetchCount };
        _functions =
        [
            .. index
                .With<ServiceBusTriggerAttribute>()
                .Select(t => (t.Function, Source: ServiceBusSource.Of(t.Trigger, configuration)))
                .Select(t => new ServiceBusFunction(
                    t.Function,
                    t.Source,
                    connections.Client(t.Source.Connection).CreateReceiver(t.Source.Path, options),
                    runner,
                    settings,
                    machine,
                    logger
                )),
        ];
    }

    /// <summary>Refuses a function whose queue or subscription the broker of this host does not have.</summary>
    /// <exception cref="StartupException">One line for each.</exception>
    public void Check()
    {
        string[] missing =
        [
            .. OfThisBroker()
                .Where(f => !_broker.Broker!.Gives(f.Source.Path))
                .Select(f => $"Function '{f.Name}': '{f.Source.Path}' is not among the queues and subscriptions that the broker of this host has."),
        ];
        if (missing.Length > 0)
            throw new StartupException(string.Join(Environment.NewLine, missing));
    }

    /// <summary>Begins to receive.</summary>
    public void Start() => _loops = [.. _functions.Select(f => Task.Run(() => f.RunAsync(_stopping.Token)))];

    /// <summary>Takes nothing new from now on, and waits for what runs.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_loops);
    }

    /// <summary>When the first message of this host's broker that is scheduled by legal time is due; null for none.</summary>
    public async Task<DateTimeOffset?> NextDueAsync() => _broker.Broker is { } broker ? await broker.NextScheduledAsync() : null;

    /// <summary>Waits until this host's broker has nothing due, and no message for a function of this host.</summary>
    public async Task WorkOffAsync(CancellationToken cancellation)
    {
        if (_broker.Broker is { } broker)
            await broker.WorkOffAsync(OfThisBroker().Select(f => f.Source.Path), cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceBusFunction function in _functions)
            await function.DisposeAsync();
        _stopping.Dispose();
    }

    private IEnumerable<ServiceBusFunction> OfThisBroker() => _functions.Where(f => _broker.IsAt(_connections.AddressOf(f.Source.Connection)));
}
