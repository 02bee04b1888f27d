using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using EntCredit.Stores.Ledger.Seals;

namespace EntCredit.Stores.Blobs;

/// <summary>The seals outside of the ledger: <c>roots/{day}.json</c>, written once; on Azure under an immutability policy.</summary>
public sealed class RootStore(BlobAreas areas)
{
    /// <summary>Keeps a seal. False where another one is kept for its day.</summary>
    public async Task<bool> KeepAsync(DaySeal seal, CancellationToken cancellation)
    {
        var blob = areas.Roots.GetBlobClient(NameOf(seal.Sealed.Day));
        var content = JsonSerializer.SerializeToUtf8Bytes(KeptSeal.Of(seal), KeptSeal.Json);
        try
        {
            await blob.UploadAsync(
                new BinaryData(content),
                new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                },
                cancellation);
            return true;
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            var kept = await blob.DownloadContentAsync(cancellation);
            return kept.Value.Content.ToMemory().Span.SequenceEqual(content);
        }
    }

    /// <summary>The name of a day's seal in the container, or in a folder that it was copied to.</summary>
    public static string NameOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".json";
}
