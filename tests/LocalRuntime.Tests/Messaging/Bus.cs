using System.Net;
using System.Net.Sockets;
using EntCredit.LocalRuntime.Messaging.Broker;
using EntCredit.LocalRuntime.Messaging.Broker.Entities;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EntCredit.LocalRuntime.Tests.Messaging;

/// <summary>A broker on a folder and a port of its own, with clocks that the test moves, and a client.</summary>
internal sealed class Bus : IAsyncDisposable
{
    public static readonly DateTimeOffset Begin = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("bus-").FullName;
    private readonly NamespaceDefinition _entities;

    private Bus(NamespaceDefinition entities, int port)
    {
        (_entities, Port) = (entities, port);
        Broker = NewBroker();
        Broker.Start();
        Client = NewClient();
    }

    public int Port { get; }

    public FakeTimeProvider Legal { get; } = new(Begin);

    public FakeTimeProvider Machine { get; } = new(Begin);

    public MessageBroker Broker { get; private set; }

    public ServiceBusClient Client { get; }

    /// <summary>A queue <c>q</c>: locks of 30 s, three deliveries.</summary>
    public static Bus WithQueue(TimeSpan? duplicates = null, TimeSpan? lives = null, bool buriesExpired = false, int deliveries = 3) =>
        With(
            new(
                [
                    new("q")
                    {
                        DuplicateWindow = duplicates,
                        Delivery = new()
                        {
                            LockDuration = TimeSpan.FromSeconds(30),
                            MaxDeliveryCount = deliveries,
                            DefaultTimeToLive = lives,
                            DeadLetterOnExpiration = buriesExpired,
                        },
                    },
                ],
                []
            )
        );

    public static Bus With(NamespaceDefinition entities) => new(entities, FreePort());

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static string ConnectionString(int port) =>
        $"Endpoint=sb://127.0.0.1:{port};SharedAccessKeyName=local;SharedAccessKey=local;UseDevelopmentEmulator=true";

    public ServiceBusClient NewClient() =>
        new(
            ConnectionString(Port),
            new ServiceBusClientOptions
            {
                RetryOptions = new() { Delay = TimeSpan.FromMilliseconds(50), MaxRetries = 10, TryTimeout = TimeSpan.FromSeconds(20) },
            }
        );

    /// <summary>Lets time pass on both clocks.</summary>
    public void Pass(TimeSpan span)
    {
        Machine.Advance(span);
        Legal.Advance(span);
    }

    /// <summary>Ends the broker as a killed process would end it, and starts another on what is on disk.</summary>
    /// <param name="entities">What the other has; null is the same.</param>
    public void Crash(NamespaceDefinition? entities = null)
    {
        Broker.Abandon();
        Broker = NewBroker(entities);
        Broker.Start();
    }

    /// <summary>What lies in an entity, whatever its state.</summary>
    public async Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekAsync(string queue = "q", SubQueue subQueue = SubQueue.None)
    {
        await using ServiceBusReceiver receiver = Client.CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = subQueue });
        return await receiver.PeekMessagesAsync(1000, 0, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Broker.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private MessageBroker NewBroker(NamespaceDefinition? entities = null) =>
        new(
            new MessageBrokerOptions
            {
                DatabasePath = Path.Combine(_folder, "broker.db"),
                Address = $"amqp://127.0.0.1:{Port}",
                Entities = entities ?? _entities,
            },
            Legal,
            Machine,
            NullLoggerFactory.Instance
        );
}
