using System.Net;
using System.Net.Sockets;
using Amqp;
using Amqp.Listener;
using EntCredit.LocalRuntime.Messaging.Broker.Entities;
using EntCredit.LocalRuntime.Messaging.Broker.Wire;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Messaging.Broker;

/// <summary>
/// A small AMQP 1.0 broker on one SQLite database that speaks as Service Bus does: queues, topics with subscriptions, locks, dead letters,
/// scheduled messages, duplicate detection. A message that was accepted is on disk; one that was completed is gone for good.
/// </summary>
public sealed class MessageBroker : IAsyncDisposable
{
    private readonly MessageBrokerOptions _options;
    private readonly TimeProvider _legal;
    private readonly TimeProvider _machine;
    private readonly ILogger _logger;
    private BrokerCore? _core;
    private ContainerHost? _host;

    /// <summary>Makes a broker; <see cref="Start"/> opens it.</summary>
    /// <param name="options">Where and what.</param>
    /// <param name="legal">The clock of scheduled messages.</param>
    /// <param name="machine">The clock of locks, times to live and duplicate windows.</param>
    /// <param name="loggers">Where it logs.</param>
    public MessageBroker(MessageBrokerOptions options, TimeProvider legal, TimeProvider machine, ILoggerFactory loggers)
    {
        (_options, _legal, _machine) = (options, legal, machine);
        _logger = loggers.CreateLogger<MessageBroker>();
    }

    /// <summary>The operator's view of dead letters; it works while the broker runs.</summary>
    public IDeadLetters DeadLetters => new DeadLetters(Core);

    internal BrokerCore Core => _core ?? throw new InvalidOperationException("The broker has not started.");

    /// <summary>Opens the database, goes on where it was left, and listens.</summary>
    /// <exception cref="InvalidDataException">The address or the database cannot be used; the message says why.</exception>
    /// <exception cref="SocketException">The address is in use.</exception>
    public void Start()
    {
        if (_core is not null)
            throw new InvalidOperationException("The broker has been started.");
        Address address = ReadAddress(_options.Address);
        EnsureFree(address);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_options.DatabasePath))!);
        _core = new BrokerCore(_options.DatabasePath, _options.Entities, _legal, _machine, _logger);
        try
        {
            _host = Listen(address, _core);
        }
        catch
        {
            _core.Close();
            _core = null;
            throw;
        }
        _core.Start();
    }

    /// <summary>Whether a queue or subscription is declared.</summary>
    public bool Gives(string path) => Core.Entities.TryFind(path, out Entity? entity) && entity.GivesMessages;

    /// <summary>When the first scheduled message is due by legal time; null is never.</summary>
    public async Task<DateTimeOffset?> NextScheduledAsync() =>
        await Core.NextScheduledAsync() is { } due ? new DateTimeOffset(due, TimeSpan.Zero) : null;

    /// <summary>Waits until nothing is due and none of these entities has a message that is available or locked.</summary>
    public async Task WorkOffAsync(IEnumerable<string> paths, CancellationToken cancellation)
    {
        Entity[] entities = [.. paths.Select(p => Core.Entities.TryFind(p, out Entity? entity) ? entity : null).OfType<Entity>()];
        while (await Core.IsBusyAsync(entities))
            await Task.Delay(5, cancellation);
    }

    /// <summary>Lets nobody in any more, finishes what came in, and closes the database.</summary>
    public async ValueTask StopAsync()
    {
        if (_core is not { } core)
            return;
        await Task.Run(() =>
        {
            _host?.Close();
            core.Close();
        });
        _core = null;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => StopAsync();

    /// <summary>Leaves the database as a killed process would: between two transactions, with everything in memory forgotten.</summary>
    internal void Abandon()
    {
        Core.Abandon();
        _host?.Close();
        _core = null;
    }

    private static ContainerHost Listen(Address address, BrokerCore core)
    {
        var host = new ContainerHost(address);
        foreach (ConnectionListener listener in host.Listeners)
        {
            listener.HandlerFactory = _ => new TagHandler();
            listener.AMQP.MaxSessionsPerConnection = 1000;
            listener.AMQP.MaxLinksPerSession = 255;
            if (address.User is not null)
                continue;
            // The second is what clients of Service Bus say that bring a token later.
            foreach (var mechanism in (string[])["ANONYMOUS", "MSSBCBS"])
                listener.SASL.EnableMechanism(mechanism, new PatientProfile(mechanism));
        }
        host.RegisterLinkProcessor(new BrokerDoor(core));
        host.Open();
        return host;
    }

    // The library lets several processes listen on one port, each with its share of the connections.
    private static void EnsureFree(Address address)
    {
        using var probe = new TcpListener(IPAddress.TryParse(address.Host, out IPAddress? ip) ? ip : IPAddress.Loopback, address.Port);
        probe.Start();
    }

    private static Address ReadAddress(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Scheme != "amqp" || uri.Port is < 1 or > 65535)
            throw new InvalidDataException($"'{text}' is no address of a broker: it is one such as amqp://127.0.0.1:5672.");
        var address = new Address(text);
        bool isLoopback = uri.IsLoopback || (IPAddress.TryParse(uri.Host, out IPAddress? ip) && IPAddress.IsLoopback(ip));
        return isLoopback || address.User is { Length: > 0 }
            ? address
            : throw new InvalidDataException($"'{text}' can be reached from other machines: give it a user and a password.");
    }
}
