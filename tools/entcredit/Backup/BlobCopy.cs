using System.Text.Json.Nodes;
using Azure;
using Azure.Storage.Blobs;

namespace EntCredit.Cli.Backup;

/// <summary>
/// Copies Azurite's folder while it runs. Its files are copied, not the blobs one by one: a blob's ETag and date are part of its upload's id, and
/// must come back as they were. Azurite writes its index every five seconds: the copy is taken once it names every blob that is there now.
/// </summary>
internal sealed class BlobCopy(DirectoryInfo folder, BlobServiceClient service)
{
    private const string Index = "__azurite_db_blob__.json";
    private const string Extents = "__azurite_db_blob_extent__.json";
    private const string Content = "__blobstorage__";
    private const int Tries = 120;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Copies into a folder.</summary>
    /// <exception cref="VerbException">The folder is not that of the storage that answers, or never comes to rest.</exception>
    public async Task RunAsync(string target, CancellationToken cancellation)
    {
        var wanted = await ListAsync(cancellation);
        Directory.CreateDirectory(Path.Combine(target, Content));
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            // The index first: what it names was written before it.
            if (CopyIndex(target) is var (named, extents))
            {
                foreach (var blob in wanted.Where(blob => !named.Contains(blob)).ToList())
                {
                    if (!await IsStillThereAsync(blob, cancellation)) wanted.Remove(blob);
                }

                if (wanted.IsSubsetOf(named) && CopyContent(target, extents)) return;
            }

            await Task.Delay(Pause, cancellation);
        }

        throw new VerbException(CommandLine.Failed, $"{folder.FullName} 中没有存储里的全部文件：请核对 --blobs 与 --storage 是否为同一存储");
    }

    private async Task<HashSet<BlobVersion>> ListAsync(CancellationToken cancellation)
    {
        var all = new HashSet<BlobVersion>();
        await foreach (var container in service.GetBlobContainersAsync(cancellationToken: cancellation))
        {
            await foreach (var blob in service.GetBlobContainerClient(container.Name).GetBlobsAsync(cancellationToken: cancellation))
                all.Add(new BlobVersion(container.Name, blob.Name, Bare(blob.Properties.ETag?.ToString())));
        }

        return all;
    }

    private async Task<bool> IsStillThereAsync(BlobVersion blob, CancellationToken cancellation)
    {
        try
        {
            var now = await service.GetBlobContainerClient(blob.Container).GetBlobClient(blob.Name).GetPropertiesAsync(cancellationToken: cancellation);
            return Bare(now.Value.ETag.ToString()) == blob.ETag;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return false;
        }
    }

    private (HashSet<BlobVersion> Named, HashSet<string> Extents)? CopyIndex(string target)
    {
        foreach (var name in new[] { Index, Extents })
        {
            var source = Path.Combine(folder.FullName, name);
            if (!File.Exists(source)) return null;
            File.Copy(source, Path.Combine(target, name), overwrite: true);
        }

        var blobs = Rows(Path.Combine(target, Index), "$BLOBS_COLLECTION$").ToList();
        var named = blobs.Select(blob => new BlobVersion(
            (string?)blob["containerName"] ?? "", (string?)blob["name"] ?? "", Bare((string?)blob["properties"]?["etag"])));
        var used = blobs.SelectMany(Used).ToHashSet(StringComparer.Ordinal);
        var known = Rows(Path.Combine(target, Extents), "$EXTENTS_COLLECTION$").Select(extent => (string?)extent["id"] ?? "");
        return used.IsSubsetOf(known) ? (named.ToHashSet(), used) : null;
    }

    /// <summary>False where content that is named was cleared away meanwhile, because its blob was.</summary>
    private bool CopyContent(string target, HashSet<string> named)
    {
        var copies = Path.Combine(target, Content);
        foreach (var file in new DirectoryInfo(Path.Combine(folder.FullName, Content)).EnumerateFiles().ToList())
        {
            if (file.Exists) file.CopyTo(Path.Combine(copies, file.Name), overwrite: true);
        }

        return named.All(extent => File.Exists(Path.Combine(copies, extent)));
    }

    private static IEnumerable<string> Used(JsonNode blob)
    {
        if ((string?)blob["persistency"]?["id"] is { } whole) yield return whole;
        foreach (var block in blob["committedBlocksInOrder"]?.AsArray() ?? [])
        {
            if ((string?)block?["persistency"]?["id"] is { } part) yield return part;
        }
    }

    private static IEnumerable<JsonNode> Rows(string file, string collection) =>
        JsonNode.Parse(File.ReadAllBytes(file))!["collections"]!.AsArray()
            .Where(one => (string?)one!["name"] == collection)
            .SelectMany(one => one!["data"]!.AsArray())
            .OfType<JsonNode>();

    private static string Bare(string? etag) => etag?.Trim('"') ?? "";

    private sealed record BlobVersion(string Container, string Name, string ETag);
}
