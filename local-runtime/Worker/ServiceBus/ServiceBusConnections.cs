using System.Collections.Concurrent;
using EntCredit.LocalRuntime.Messaging.ServiceBus;
using EntCredit.LocalRuntime.Messaging.ServiceBus.Connections;
using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Worker.ServiceBus;

/// <summary>Clients by the name of their setting.</summary>
internal sealed class ServiceBusConnections(IConfiguration settings) : IAsyncDisposable
{
    private const string Prefix = "AzureWebJobs";

    private readonly ConcurrentDictionary<string, ServiceBusClient> _clients = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses a setting that is not there or is no connection.</summary>
    /// <exception cref="StartupException">The message goes on after the function's name.</exception>
    public static void Check(string connection, IConfiguration settings) => Address(connection, settings);

    /// <summary>Where a connection leads.</summary>
    /// <exception cref="StartupException">There is no such setting, or it is no connection.</exception>
    public PeerAddress AddressOf(string connection) => Address(connection, settings);

    public ServiceBusClient Client(string connection) =>
        _clients.GetOrAdd(connection, name => new ServiceBusClient(Address(name, settings), new ServiceBusClientOptions()));

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceBusClient client in _clients.Values)
            await client.DisposeAsync();
    }

    private static PeerAddress Address(string connection, IConfiguration settings)
    {
        try
        {
            foreach (string name in new[] { Prefix + connection, connection })
            {
                if (settings[name] is { Length: > 0 } text)
                    return PeerAddress.OfConnectionString(text);
                if (settings.GetSection(name)["fullyQualifiedNamespace"] is { Length: > 0 } host)
                    return PeerAddress.OfNamespace(host);
            }
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException)
        {
            throw new StartupException($"the setting {connection} is not a Service Bus connection: {e.Message}", e);
        }
        throw new StartupException($"there is no setting {connection} that says where Service Bus is: a connection string, or {connection}__fullyQualifiedNamespace");
    }
}
