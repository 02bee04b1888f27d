using Azure.Storage.Blobs;
using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Worker.Blobs;

/// <summary>Storage accounts by the name of their setting.</summary>
internal sealed class BlobConnections(IConfiguration settings)
{
    public const string Default = "AzureWebJobsStorage";

    /// <exception cref="StartupException">There is no such setting, or it is no connection.</exception>
    public BlobContainerClient Container(string connection, string container)
    {
        try
        {
            if (settings[connection] is { Length: > 0 } text)
                return new BlobServiceClient(text).GetBlobContainerClient(container);
            IConfigurationSection section = settings.GetSection(connection);
            if ((section["blobServiceUri"] ?? section["serviceUri"]) is { Length: > 0 } uri)
                return Anonymous(new Uri(uri), container);
        }
        catch (FormatException e)
        {
            throw new StartupException($"The setting {connection} is not a storage connection: {e.Message}", e);
        }
        throw new StartupException(
            $"There is no setting {connection} for the container '{container}': give it a storage connection string, or {connection}__serviceUri."
        );
    }

    // The machine has no managed identity; a service URI here carries a SAS or names an account that asks for nothing.
    private static BlobContainerClient Anonymous(Uri service, string container) =>
        new BlobServiceClient(service).GetBlobContainerClient(container);
}
