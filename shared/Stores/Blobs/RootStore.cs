using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using EntCredit.Stores.Ledger.Seals;

namespace EntCredit.Stores.Blobs;

/// <summary>The seals outside of the ledger: <c>roots/{day}.json</c>, written once; on Azure under an immutability policy.</summary>
public sealed class RootStore(BlobAreas areas)
{
    /// <summary>The text that is kept of a day, or null.</summary>
    public async Task<string?> FindAsync(DateOnly day, CancellationToken cancellation)
    {
        try
        {
            var kept = await areas.Roots.GetBlobClient(NameOf(day)).DownloadContentAsync(cancellation);
            return kept.Value.Content.ToString();
        }
        catch (RequestFailedException nothing) when (nothing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Keeps a seal. What is kept of its day already stays.</summary>
    public async Task KeepAsync(KeptSeal seal, CancellationToken cancellation)
    {
        try
        {
            await areas.Roots.GetBlobClient(NameOf(seal.Day)).UploadAsync(
                new BinaryData(seal.ToJson()),
                new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                },
                cancellation);
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            // Written once, by another run at the same moment; the next looks at it.
        }
    }

    /// <summary>The name of a day's seal in the container, or in a folder that it was copied to.</summary>
    public static string NameOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".json";
}
