using Azure.Identity;
using EntCredit.Stores.Ledger.Cosmos;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;

namespace EntCredit.Stores.Ledger;

/// <summary>The client of a Cosmos DB account, as the ledger wants it.</summary>
public static class CosmosConnection
{
    /// <summary>
    /// System.Text.Json; no document comes back from a write; 429 is tried again nine times within half a minute; session consistency, whose token the client hands on from each answer, a
    /// refusal's included, to the next request.
    /// </summary>
    /// <param name="mode">Direct in the cloud, Gateway for an emulator.</param>
    public static CosmosClientOptions Options(ConnectionMode mode) => new()
    {
        ApplicationName = "EntCredit",
        ConnectionMode = mode,
        ConsistencyLevel = ConsistencyLevel.Session,
        EnableContentResponseOnWrite = false,
        MaxRetryAttemptsOnRateLimitedRequests = 9,
        MaxRetryWaitTimeOnRateLimitedRequests = TimeSpan.FromSeconds(30),
        RequestTimeout = TimeSpan.FromSeconds(15),
        UseSystemTextJsonSerializerWithOptions = CosmosJson.Options,
    };

    /// <summary>
    /// A client by settings: <c>Cosmos</c> as a connection string, or <c>Cosmos__accountEndpoint</c> with the managed identity <c>Cosmos__clientId</c>; <c>Cosmos__connectionMode</c> is
    /// <c>Direct</c> where it says nothing.
    /// </summary>
    /// <exception cref="InvalidOperationException">The settings name no account.</exception>
    public static CosmosClient Connect(IConfigurationSection settings)
    {
        var mode = Enum.TryParse<ConnectionMode>(settings["connectionMode"] ?? nameof(ConnectionMode.Direct), ignoreCase: true, out var known)
            ? known
            : throw new InvalidOperationException($"The setting {settings.Key}__connectionMode is Direct or Gateway.");
        if (settings.Value is { Length: > 0 } connection) return new CosmosClient(connection, Options(mode));
        if (settings["accountEndpoint"] is not { Length: > 0 } endpoint)
            throw new InvalidOperationException($"The setting {settings.Key} names no account: give it a connection string, or {settings.Key}__accountEndpoint.");
        return new CosmosClient(endpoint, new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings["clientId"] }), Options(mode));
    }
}
