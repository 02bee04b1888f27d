using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using EntCredit.Domain.Batches;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;

namespace EntCredit.Stores.Blobs;

/// <summary>An upload's rows in segments of bounded size, as lines of JSON, so that each activity reads one in bounded time and memory.</summary>
public sealed class SegmentStore(BlobAreas areas)
{
    /// <summary>Rows in a segment: about a megabyte, and one transaction of the ledger.</summary>
    public const int RowsPerSegment = 1000;

    private const int LargestKept = 8 << 20;

    // Large arrays are thrown away late: a file of many segments would hold the memory of many.
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _buffers = [];

    // Chinese as it is: escaped, a row is twice as long.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes what the segments have in common. Writing it again writes the same.</summary>
    public Task WriteHeadAsync(string batch, SegmentHead head, CancellationToken cancellation) =>
        areas.Segments.GetBlobClient($"{batch}/head").UploadAsync(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(head)), overwrite: true, cancellation);

    /// <summary>What the segments have in common.</summary>
    public async Task<SegmentHead> ReadHeadAsync(string batch, CancellationToken cancellation)
    {
        var content = await areas.Segments.GetBlobClient($"{batch}/head").DownloadContentAsync(cancellation);
        return content.Value.Content.ToObjectFromJson<SegmentHead>()!;
    }

    /// <summary>Tells how far the reading has come.</summary>
    public Task WriteProgressAsync(string batch, ReadingProgress progress, CancellationToken cancellation) =>
        areas.Segments.GetBlobClient($"{batch}/progress").UploadAsync(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(progress)), overwrite: true, cancellation);

    /// <summary>How far the reading has come, or null where nothing was told.</summary>
    public async Task<ReadingProgress?> ReadProgressAsync(string batch, CancellationToken cancellation)
    {
        try
        {
            var content = await areas.Segments.GetBlobClient($"{batch}/progress").DownloadContentAsync(cancellation);
            return content.Value.Content.ToObjectFromJson<ReadingProgress>();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Writes one segment. Writing it again writes the same.</summary>
    public Task WriteAsync(string batch, int segment, IReadOnlyList<SourceRow> rows, CancellationToken cancellation) =>
        WriteLinesAsync($"{batch}/{segment:D6}", rows, cancellation);

    /// <summary>The rows of one segment.</summary>
    public async Task<IReadOnlyList<SourceRow>> ReadAsync(string batch, int segment, CancellationToken cancellation) =>
        await ReadLinesAsync<SourceRow>($"{batch}/{segment:D6}", cancellation);

    /// <summary>Writes what one segment's rows are answered. Writing it again writes the same.</summary>
    public Task WriteAnswersAsync(string batch, int segment, IReadOnlyList<RowAnswer> answers, CancellationToken cancellation) =>
        WriteLinesAsync($"{batch}/{segment:D6}.answers", answers, cancellation);

    /// <summary>The answers to the rows of these segments, in the order of the lines.</summary>
    public async IAsyncEnumerable<RowAnswer> ReadAnswersAsync(string batch, IReadOnlyList<int> of, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var segment in of)
            foreach (var answer in await ReadLinesAsync<RowAnswer>($"{batch}/{segment:D6}.answers", cancellation)) yield return answer;
    }

    private async Task WriteLinesAsync<T>(string path, IReadOnlyList<T> items, CancellationToken cancellation)
    {
        var buffer = _buffers.TryTake(out var kept) ? kept : new ArrayBufferWriter<byte>(1 << 20);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Json.Encoder, SkipValidation = true }))
        {
            foreach (var item in items)
            {
                JsonSerializer.Serialize(writer, item, Json);
                writer.Flush();
                writer.Reset();
                buffer.Write("\n"u8);
            }
        }

        await areas.Segments.GetBlobClient(path).UploadAsync(new BinaryData(buffer.WrittenMemory), overwrite: true, cancellation);
        buffer.ResetWrittenCount();
        if (buffer.Capacity <= LargestKept) _buffers.Add(buffer);
    }

    // A segment is small enough to be fetched by one request.
    private async Task<List<T>> ReadLinesAsync<T>(string path, CancellationToken cancellation)
    {
        using BlobDownloadStreamingResult content = await areas.Segments.GetBlobClient(path).DownloadStreamingAsync(cancellationToken: cancellation);
        var length = (int)content.Details.ContentLength;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            await content.Content.ReadExactlyAsync(buffer.AsMemory(0, length), cancellation);
            return LinesOf<T>(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static List<T> LinesOf<T>(ReadOnlySpan<byte> text)
    {
        var items = new List<T>();
        while (text.IndexOf((byte)'\n') is >= 0 and var end)
        {
            items.Add(JsonSerializer.Deserialize<T>(text[..end], Json)!);
            text = text[(end + 1)..];
        }

        return items;
    }
}

/// <summary>What the segments of an upload have in common.</summary>
/// <param name="Header">The header's cells.</param>
/// <param name="HeaderLine">Its line.</param>
public sealed record SegmentHead(IReadOnlyList<string> Header, int HeaderLine)
{
    /// <summary>Lines that are no rows and were left out: totals, notes, repeated headers. Null in what was written before they were told.</summary>
    public IReadOnlyList<WarningCount>? Skipped { get; init; }
}

/// <summary>What a row is answered: of an upload one that was refused or taken with a warning, of what an app posted every one.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Record">The id of its record.</param>
/// <param name="Refused">True where the row was refused.</param>
/// <param name="CorrectionDue">The last day for the mended row, where refused.</param>
/// <param name="Cells">The row's cells, where refused: given back to be mended.</param>
/// <param name="Findings">What was found.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Phase">The legal state of its record when it was taken.</param>
public sealed record RowAnswer(
    int Line,
    string Record,
    bool Refused,
    DateOnly? CorrectionDue,
    IReadOnlyList<string>? Cells,
    IReadOnlyList<Finding> Findings,
    RowOutcome Outcome,
    RecordPhase Phase);
