using Azure.Core;
using EntCredit.LocalRuntime.Messaging.ServiceBus.Connections;

namespace EntCredit.LocalRuntime.Messaging.ServiceBus;

/// <summary>
/// A client of Service Bus, of the broker of this runtime, or of any broker that speaks AMQP 1.0. It holds one connection for all that it makes.
/// </summary>
public class ServiceBusClient : IAsyncDisposable
{
    private readonly Peer? _peer;

    /// <summary>For what stands in for a client in tests.</summary>
    protected ServiceBusClient() { }

    /// <summary>Makes a client of a connection string.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="ArgumentException">Something is missing in it.</exception>
    public ServiceBusClient(string connectionString)
        : this(connectionString, new ServiceBusClientOptions()) { }

    /// <summary>Makes a client of a connection string.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="ArgumentException">Something is missing in it.</exception>
    public ServiceBusClient(string connectionString, ServiceBusClientOptions options)
        : this(PeerAddress.OfConnectionString(connectionString), options) { }

    /// <summary>Makes a client of a namespace. Here that is the broker of this machine, such as <c>localhost</c>; the credential is not used.</summary>
    /// <exception cref="NotSupportedException">The namespace is elsewhere.</exception>
    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential)
        : this(fullyQualifiedNamespace, credential, new ServiceBusClientOptions()) { }

    /// <summary>Makes a client of a namespace. Here that is the broker of this machine, such as <c>localhost</c>; the credential is not used.</summary>
    /// <exception cref="NotSupportedException">The namespace is elsewhere.</exception>
    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential, ServiceBusClientOptions options)
        : this(PeerAddress.OfNamespace(fullyQualifiedNamespace), options) => ArgumentNullException.ThrowIfNull(credential);

    internal ServiceBusClient(PeerAddress address, ServiceBusClientOptions? options)
    {
        _peer = new Peer(address, (options ??= new()).RetryOptions);
        Identifier = options.Identifier ?? $"{address.Namespace}-{Guid.NewGuid():N}";
    }

    /// <summary>The host's name.</summary>
    public virtual string FullyQualifiedNamespace => Peer.Address.Namespace;

    /// <summary>A name for logs.</summary>
    public virtual string Identifier { get; } = "";

    /// <summary>Whether it was disposed of.</summary>
    public virtual bool IsClosed => Peer.IsClosed;

    internal Peer Peer => _peer ?? throw new InvalidOperationException("This client has no connection.");

    /// <summary>Makes a sender to a queue or topic.</summary>
    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => new(this, queueOrTopicName);

    /// <summary>Makes a receiver of a queue.</summary>
    public virtual ServiceBusReceiver CreateReceiver(string queueName) => new(Peer, queueName, new());

    /// <summary>Makes a receiver of a queue.</summary>
    public virtual ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options) => new(Peer, queueName, options ?? new());

    /// <summary>Makes a receiver of a subscription.</summary>
    public virtual ServiceBusReceiver CreateReceiver(string topicName, string subscriptionName) =>
        CreateReceiver(topicName, subscriptionName, new ServiceBusReceiverOptions());

    /// <summary>Makes a receiver of a subscription.</summary>
    public virtual ServiceBusReceiver CreateReceiver(string topicName, string subscriptionName, ServiceBusReceiverOptions options) =>
        new(Peer, $"{topicName}/Subscriptions/{subscriptionName}", options ?? new());

    /// <summary>Closes the connection, and with it everything that was made by this client.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        if (_peer is not null)
            await _peer.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
