using System.Text;
using Azure;
using EntCredit.Domain.Batches;
using EntCredit.Domain.Records;

namespace EntCredit.Stores.Blobs;

/// <summary>
/// Which records the cohorts of a batch carry: one immutable blob of record ids for each segment, written before the segment is taken. Cohort and
/// reconciler read these, a page at a time, never the records' payloads. One blob a segment, not one a cohort and segment: a file whose rows arose on
/// sixty days would write sixty times as many (docs/adr/0015).
/// </summary>
public sealed class ManifestStore(BlobAreas areas)
{
    // A page ends in bounded time also where its cohort has few records in many segments.
    private const int SegmentsOfPage = 100;

    /// <summary>Writes what one segment adds to the cohorts of its batch. Writing it again writes the same.</summary>
    public Task WriteAsync(string batch, int segment, IEnumerable<KeyValuePair<string, List<string>>> cohorts, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        foreach (var (cohort, records) in cohorts)
        {
            text.Append(cohort);
            foreach (var record in records) text.Append(' ').Append(Short(batch, record));
            text.Append('\n');
        }

        return areas.Cohorts.GetBlobClient(Path(batch, segment)).UploadAsync(new BinaryData(Encoding.UTF8.GetBytes(text.ToString())), overwrite: true, cancellation);
    }

    /// <summary>A page of a cohort: its record ids from a segment on, and the segment to go on with or -1.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="segment">Where the page begins.</param>
    /// <param name="enough">With so many records the page is full; a segment is never divided.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<(IReadOnlyList<string> Records, int Next)> PageAsync(string cohort, int segment, int enough, CancellationToken cancellation)
    {
        var batch = Cohorts.BatchOf(cohort);
        var records = new List<string>();
        for (var end = segment + SegmentsOfPage; segment < end && records.Count < enough; segment++)
        {
            if (await ReadAsync(batch, segment, cancellation) is not { } text) return (records, -1);
            foreach (var line in text.AsSpan().EnumerateLines())
                if (IsOf(cohort, line)) AddRecords(batch, line[cohort.Length..], records);
        }

        return (records, segment);
    }

    /// <summary>The records that cohorts of a batch carry by one segment; none where it has no manifest yet.</summary>
    public async Task<HashSet<string>> OfSegmentAsync(string batch, int segment, CancellationToken cancellation)
    {
        var records = new List<string>();
        foreach (var line in (await ReadAsync(batch, segment, cancellation) ?? string.Empty).AsSpan().EnumerateLines())
            if (line.IndexOf(' ') is > 0 and var end) AddRecords(batch, line[end..], records);
        return records.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The cohorts of a batch, in the order of their ids.</summary>
    public async Task<IReadOnlyList<string>> OfBatchAsync(string batch, CancellationToken cancellation)
    {
        var cohorts = new SortedSet<string>(StringComparer.Ordinal);
        for (var segment = 0; await ReadAsync(batch, segment, cancellation) is { } text; segment++)
        {
            foreach (var line in text.AsSpan().EnumerateLines())
                if (line.IndexOf(' ') is > 0 and var end) cohorts.Add(line[..end].ToString());
        }

        return [.. cohorts];
    }

    // Segments are taken in their order: the first that has none is the end.
    private async Task<string?> ReadAsync(string batch, int segment, CancellationToken cancellation)
    {
        try
        {
            var content = await areas.Cohorts.GetBlobClient(Path(batch, segment)).DownloadContentAsync(cancellation);
            return content.Value.Content.ToString();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    private static bool IsOf(string cohort, ReadOnlySpan<char> line) => line.StartsWith(cohort, StringComparison.Ordinal) && line[cohort.Length..] is [' ', ..];

    private static void AddRecords(string batch, ReadOnlySpan<char> words, List<string> records)
    {
        foreach (var word in words.Split(' '))
            if (words[word] is { IsEmpty: false } record) records.Add(record.Contains('-') ? record.ToString() : string.Concat(BatchIds.RecordPrefix(batch), record));
    }

    // The batch's own records by their line alone: nearly all are.
    private static ReadOnlySpan<char> Short(string batch, string record)
    {
        var prefix = BatchIds.RecordPrefix(batch);
        return record.StartsWith(prefix, StringComparison.Ordinal) && !record.AsSpan(prefix.Length).Contains('-') ? record.AsSpan(prefix.Length) : record;
    }

    private static string Path(string batch, int segment) => $"{batch}/{segment:D6}";
}
