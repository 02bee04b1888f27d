using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using EntCredit.Stores.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Uploads;

/// <summary>
/// Links by which whoever has one may create one exact blob of <c>uploads/</c>, once and for an hour: neither read, list, overwrite nor delete.
/// Signed by the account's key where the connection has one, else by the application's own identity.
/// </summary>
public sealed class UploadLinks(BlobServiceClient service, BlobAreas areas, [FromKeyedServices("machine")] TimeProvider machine)
{
    /// <summary>How long a link holds.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(1);

    // Clocks of two machines differ.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>A link to create a blob.</summary>
    /// <param name="path">The blob.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<(Uri Url, DateTimeOffset ExpiresAt)> CreateAsync(string path, CancellationToken cancellation)
    {
        var blob = areas.Uploads.GetBlobClient(path);
        var now = machine.GetUtcNow();
        var expires = now + Lifetime;
        var sas = new BlobSasBuilder(BlobSasPermissions.Create, expires)
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Resource = "b",
            StartsOn = now - Skew,
            // Only a developer's own storage speaks HTTP.
            Protocol = blob.Uri.Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp,
        };
        if (blob.CanGenerateSasUri) return (blob.GenerateSasUri(sas), expires);

        var key = await service.GetUserDelegationKeyAsync(now - Skew, expires, cancellation);
        var link = new BlobUriBuilder(blob.Uri) { Sas = sas.ToSasQueryParameters(key.Value, service.AccountName) };
        return (link.ToUri(), expires);
    }
}
