using Azure.Storage.Blobs;

namespace EntCredit.Stores.Blobs;

/// <summary>The containers of the storage account, each with one purpose.</summary>
public sealed class BlobAreas(BlobServiceClient service)
{
    /// <summary>What departments upload: <c>{department}/{item}/{file}</c>.</summary>
    public BlobContainerClient Uploads { get; } = service.GetBlobContainerClient("uploads");

    /// <summary>What apps post: <c>{department}/{batch}/{digest of the body}</c>.</summary>
    public BlobContainerClient Posts { get; } = service.GetBlobContainerClient("posts");

    /// <summary>The answers to uploads: <c>{department}/{batch}.json</c> and <c>.csv</c>.</summary>
    public BlobContainerClient Receipts { get; } = service.GetBlobContainerClient("receipts");

    /// <summary>Compliance reports.</summary>
    public BlobContainerClient Reports { get; } = service.GetBlobContainerClient("reports");

    /// <summary>Manifests of cohorts: <c>{cohort}/{chunk}</c>.</summary>
    public BlobContainerClient Cohorts { get; } = service.GetBlobContainerClient("cohorts");

    /// <summary>Uploads read into bounded segments: <c>{batch}/{segment}</c>.</summary>
    public BlobContainerClient Segments { get; } = service.GetBlobContainerClient("segments");

    /// <summary>Files refused as a whole.</summary>
    public BlobContainerClient Quarantine { get; } = service.GetBlobContainerClient("quarantine");

    /// <summary>What applicants hand in with their objections: <c>{case}/{digest}</c>.</summary>
    public BlobContainerClient Evidence { get; } = service.GetBlobContainerClient("evidence");

    /// <summary>The seal of each day: <c>{day}.json</c>.</summary>
    public BlobContainerClient Roots { get; } = service.GetBlobContainerClient("roots");

    /// <summary>What changed in public, for the platforms above: <c>{jurisdiction}/{sequence}.jsonl</c> and <c>latest.json</c>.</summary>
    public BlobContainerClient Exports { get; } = service.GetBlobContainerClient("exports");

    /// <summary>Creates the containers that do not exist.</summary>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        foreach (var container in new[] { Uploads, Posts, Receipts, Reports, Cohorts, Segments, Quarantine, Evidence, Roots, Exports })
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
    }
}
