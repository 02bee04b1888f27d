using System.Collections.Concurrent;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace EntCredit.Functions.Messages;

/// <summary>The client of the connection <c>ServiceBus</c>, by the settings that its trigger reads, made at first use; and its senders.</summary>
public sealed class MessageBus : IAsyncDisposable
{
    /// <summary>The connection's name.</summary>
    public const string Connection = "ServiceBus";

    private readonly ConcurrentDictionary<string, ServiceBusSender> senders = new(StringComparer.Ordinal);
    private readonly Lazy<ServiceBusClient> client;

    /// <summary>A bus that connects when it is used.</summary>
    public MessageBus(IConfiguration configuration) => client = new Lazy<ServiceBusClient>(() => Connect(configuration));

    /// <summary>The client.</summary>
    public ServiceBusClient Client => client.Value;

    /// <summary>Whether the settings name a bus; without one nothing is sent and nothing received.</summary>
    public static bool IsNamed(IConfiguration configuration) =>
        configuration[Connection] is { Length: > 0 } || configuration.GetSection(Connection)["fullyQualifiedNamespace"] is { Length: > 0 };

    /// <summary>The sender to a topic or queue.</summary>
    public ServiceBusSender SenderOf(string entity) => senders.GetOrAdd(entity, name => client.Value.CreateSender(name));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (client.IsValueCreated) await client.Value.DisposeAsync();
    }

    private static ServiceBusClient Connect(IConfiguration configuration)
    {
        if (configuration[Connection] is { Length: > 0 } connection) return new ServiceBusClient(connection);
        var section = configuration.GetSection(Connection);
        return new ServiceBusClient(
            section["fullyQualifiedNamespace"] ?? throw new InvalidOperationException("The setting ServiceBus names no bus."),
            new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = section["clientId"] }));
    }
}
