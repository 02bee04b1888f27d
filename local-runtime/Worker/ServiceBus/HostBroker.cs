using System.Net.Sockets;
using EntCredit.LocalRuntime.Clocks;
using EntCredit.LocalRuntime.Messaging.Broker;
using EntCredit.LocalRuntime.Messaging.Broker.Entities;
using EntCredit.LocalRuntime.Messaging.ServiceBus.Connections;
using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Worker.ServiceBus;

/// <summary>The broker inside the host: there where a file says which queues and topics it has.</summary>
internal sealed class HostBroker(
    ServiceBusSettings settings,
    StateFolder state,
    IConfiguration configuration,
    [FromKeyedServices(ClockKeys.Legal)] TimeProvider legal,
    [FromKeyedServices(ClockKeys.Machine)] TimeProvider machine,
    ILoggerFactory loggers
) : IAsyncDisposable
{
    private readonly Uri _address = Uri.TryCreate(settings.Address, UriKind.Absolute, out Uri? uri) ? uri : new Uri("amqp://invalid");

    /// <summary>The broker; null where there is none.</summary>
    public MessageBroker? Broker { get; private set; }

    /// <summary>The operator's view of dead letters; null where there is no broker here.</summary>
    public IDeadLetters? DeadLetters => Broker?.DeadLetters;

    /// <summary>Starts it where it is wanted.</summary>
    /// <exception cref="StartupException">It cannot start.</exception>
    public void Start()
    {
        if (settings.EntityFile is not { } file)
            return;
        NamespaceDefinition entities = Read(Path.GetFullPath(file));
        var options = new MessageBrokerOptions { DatabasePath = state.PathOf("servicebus.db"), Address = settings.Address, Entities = entities };
        var broker = new MessageBroker(options, legal, machine, loggers);
        try
        {
            broker.Start();
        }
        catch (InvalidDataException e)
        {
            throw new StartupException($"The setting LocalRuntime__ServiceBus__Address or the broker's database cannot be used: {e.Message}", e);
        }
        catch (SocketException e)
        {
            throw new StartupException(
                $"{settings.Address} cannot be listened to ({e.SocketErrorCode}): end the program that listens there, or set LocalRuntime__ServiceBus__Address to another address.",
                e
            );
        }
        Broker = broker;
        loggers
            .CreateLogger<HostBroker>()
            .LogInformation("Messages at {Address}: {Queues} queues, {Topics} topics.", settings.Address, entities.Queues.Count, entities.Topics.Count);
    }

    /// <summary>Whether an address is this broker's.</summary>
    public bool IsAt(PeerAddress peer) =>
        Broker is not null
        && peer.Address.Port == _address.Port
        && (peer.Address.Host == _address.Host || (IsLoopback(peer.Address.Host) && IsLoopback(_address.Host)));

    public async ValueTask StopAsync()
    {
        if (Broker is { } broker)
            await broker.StopAsync();
    }

    public ValueTask DisposeAsync() => StopAsync();

    // Settings of the same form go before the file, one by one.
    private NamespaceDefinition Read(string file)
    {
        try
        {
            return EntityFile.Read(
                new ConfigurationBuilder()
                    .AddJsonFile(file, optional: false, reloadOnChange: false)
                    .AddConfiguration(configuration.GetSection("LocalRuntime:ServiceBus:Override"))
                    .Build()
            );
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StartupException($"{file} does not say which queues and topics there are: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    private static bool IsLoopback(string host) => host is "localhost" or "127.0.0.1" or "::1" or "[::1]";
}
