using System.Globalization;
using System.Text;

namespace EntCredit.Stores.Blobs;

/// <summary>
/// Which records a cohort carries: one immutable blob of record ids per cohort and segment, written before the cohort starts.
/// Cohort and reconciler read these, a page at a time, never the records' payloads.
/// </summary>
public sealed class ManifestStore(BlobAreas areas)
{
    /// <summary>Writes one page. Writing it again writes the same.</summary>
    public async Task WriteAsync(string cohort, int chunk, IEnumerable<string> records, CancellationToken cancellation)
    {
        var text = string.Join('\n', records);
        await areas.Cohorts.GetBlobClient(Path(cohort, chunk))
            .UploadAsync(new BinaryData(Encoding.UTF8.GetBytes(text)), overwrite: true, cancellation);
    }

    /// <summary>The record ids of one page.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string cohort, int chunk, CancellationToken cancellation)
    {
        var content = await areas.Cohorts.GetBlobClient(Path(cohort, chunk)).DownloadContentAsync(cancellation);
        return content.Value.Content.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The pages of a cohort, ascending.</summary>
    public async Task<IReadOnlyList<int>> ChunksAsync(string cohort, CancellationToken cancellation)
    {
        var chunks = new List<int>();
        await foreach (var blob in areas.Cohorts.GetBlobsAsync(new() { Prefix = cohort + "/" }, cancellation))
            chunks.Add(int.Parse(blob.Name.AsSpan(cohort.Length + 1), CultureInfo.InvariantCulture));
        chunks.Sort();
        return chunks;
    }

    /// <summary>The cohorts of a batch, in the order of their ids.</summary>
    public async Task<IReadOnlyList<string>> OfBatchAsync(string batch, CancellationToken cancellation)
    {
        var cohorts = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var blob in areas.Cohorts.GetBlobsAsync(new() { Prefix = batch + "-" }, cancellation))
            cohorts.Add(blob.Name[..blob.Name.IndexOf('/', StringComparison.Ordinal)]);
        return [.. cohorts];
    }

    private static string Path(string cohort, int chunk) => $"{cohort}/{chunk:D6}";
}
