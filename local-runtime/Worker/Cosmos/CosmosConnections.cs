using System.Collections.Concurrent;
using System.Text.Json;
using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Worker.Cosmos;

/// <summary>Cosmos DB accounts by the name of their setting, one client each.</summary>
internal sealed class CosmosConnections(IConfiguration configuration, HostSettings settings) : IDisposable
{
    public const string Default = "CosmosDB";

    private readonly ConcurrentDictionary<(string, string), CosmosClient> _clients = new();

    /// <exception cref="StartupException">There is no such setting, or it is no connection; the message goes on after the function's name.</exception>
    public CosmosClient Client(string connection, string? preferredLocations)
    {
        if (configuration[connection] is not { Length: > 0 } text)
            throw new StartupException(
                $"there is no setting {connection}: give it a Cosmos DB connection string (AccountEndpoint=…;AccountKey=…); this machine has no managed identity"
            );
        try
        {
            return _clients.GetOrAdd((connection, preferredLocations ?? ""), _ => new CosmosClient(text, Options(preferredLocations)));
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new StartupException($"the setting {connection} is not a Cosmos DB connection string: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        foreach (CosmosClient client in _clients.Values)
            client.Dispose();
    }

    private CosmosClientOptions Options(string? preferredLocations)
    {
        var options = new CosmosClientOptions
        {
            // Gateway where host.json says nothing, as the extension has it.
            ConnectionMode = settings.CosmosDirect ? ConnectionMode.Direct : ConnectionMode.Gateway,
            ApplicationName = "CosmosDBTriggerFunctions" + settings.CosmosUserAgentSuffix,
            UseSystemTextJsonSerializerWithOptions = new JsonSerializerOptions(),
        };
        string[] regions = (preferredLocations ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (regions.Length > 0)
            options.ApplicationPreferredRegions = regions;
        return options;
    }
}
