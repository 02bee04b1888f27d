using Azure;
using Azure.Storage.Blobs.Models;

namespace EntCredit.Stores.Blobs;

/// <summary>What applicants hand in with their objections: <c>{case}/{digest}</c>. A file is written once and never changed.</summary>
public sealed class EvidenceStore(BlobAreas areas)
{
    /// <summary>Keeps a file. Keeping it again changes nothing.</summary>
    /// <param name="case">The case's id.</param>
    /// <param name="digest">The SHA-256 of its bytes, hex.</param>
    /// <param name="mediaType">What its content is.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public async Task PutAsync(string @case, string digest, string mediaType, BinaryData bytes, CancellationToken cancellation)
    {
        try
        {
            await areas.Evidence.GetBlobClient($"{@case}/{digest}").UploadAsync(
                bytes,
                new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = mediaType },
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                },
                cancellation);
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            // The digest is its name: what lies there is this.
        }
    }

    /// <summary>A file, or null where there is none.</summary>
    public async Task<(Stream Content, string MediaType)?> OpenAsync(string @case, string digest, CancellationToken cancellation)
    {
        try
        {
            var found = await areas.Evidence.GetBlobClient($"{@case}/{digest}").DownloadStreamingAsync(cancellationToken: cancellation);
            return (found.Value.Content, found.Value.Details.ContentType);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
