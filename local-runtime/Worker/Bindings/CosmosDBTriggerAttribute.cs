using EntCredit.LocalRuntime.Worker.Extensions.Abstractions;

namespace EntCredit.LocalRuntime.Worker;

/// <summary>The function runs for batches of items that were created or replaced in a Cosmos DB container: its change feed, last versions only.</summary>
public sealed class CosmosDBTriggerAttribute : TriggerBindingAttribute
{
    /// <param name="databaseName">The database of the container.</param>
    /// <param name="containerName">The container.</param>
    /// <exception cref="ArgumentException">One of them is empty.</exception>
    public CosmosDBTriggerAttribute(string databaseName, string containerName)
    {
        if (string.IsNullOrWhiteSpace(containerName))
            throw new ArgumentException("Missing information for the container to monitor", nameof(containerName));
        if (string.IsNullOrWhiteSpace(databaseName))
            throw new ArgumentException("Missing information for the container to monitor", nameof(databaseName));
        ContainerName = containerName;
        DatabaseName = databaseName;
    }

    /// <summary>The container.</summary>
    public string ContainerName { get; private set; }

    /// <summary>Its database.</summary>
    public string DatabaseName { get; private set; }

    /// <summary>The setting that names the account: a connection string; none means <c>CosmosDB</c>.</summary>
    public string? Connection { get; set; }

    /// <summary>The container of the leases; none means <c>leases</c>.</summary>
    public string? LeaseContainerName { get; set; }

    /// <summary>The database of the leases; none means that of the container.</summary>
    public string? LeaseDatabaseName { get; set; }

    /// <summary>The setting that names the account of the leases; none means that of the container.</summary>
    public string? LeaseConnection { get; set; }

    /// <summary>Whether the database and container of the leases are made where they are missing.</summary>
    public bool CreateLeaseContainerIfNotExists { get; set; }

    /// <summary>Request units a second of a container of leases that is made; 0 leaves it to the account.</summary>
    public int LeasesContainerThroughput { get; set; }

    /// <summary>What the ids of this function's leases begin with, so that several functions can share a container of leases.</summary>
    public string? LeaseContainerPrefix { get; set; }

    /// <summary>Milliseconds between two looks at a feed that had nothing new; 0 means 5000.</summary>
    public int FeedPollDelay { get; set; }

    /// <summary>Milliseconds between two renewals of a lease; 0 means 17000.</summary>
    public int LeaseRenewInterval { get; set; }

    /// <summary>Milliseconds between two looks for leases to take; 0 means 13000.</summary>
    public int LeaseAcquireInterval { get; set; }

    /// <summary>Milliseconds after which a lease that was not renewed is free; 0 means 60000.</summary>
    public int LeaseExpirationInterval { get; set; }

    /// <summary>The most items of a batch; 0 leaves it to the service.</summary>
    public int MaxItemsPerInvocation { get; set; }

    /// <summary>Whether a feed without a lease is read from its beginning; else from now.</summary>
    public bool StartFromBeginning { get; set; }

    /// <summary>From when a feed without a lease is read, such as <c>2021-02-16T14:19:29Z</c>; not together with <see cref="StartFromBeginning"/>.</summary>
    public string? StartFromTime { get; set; }

    /// <summary>Regions to read from, in order, separated by commas.</summary>
    public string? PreferredLocations { get; set; }
}
