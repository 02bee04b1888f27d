using System.Security.Cryptography;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Exports;
using EntCredit.Functions.Http;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Exports;

/// <summary>
/// Writes a jurisdiction's next delta: <c>exports/{jurisdiction}/{sequence}.jsonl</c>, one line for its bounds and one for each change. What counts is the fact in the
/// ledger and <c>latest.json</c>: a file that was written before a crash is written again.
/// </summary>
public sealed class DeltaWriter(
    IChangeFeed feed,
    ILedger ledger,
    BlobAreas areas,
    ResourceCatalogue catalogue,
    DepartmentRegister departments,
    [FromKeyedServices("legal")] TimeProvider legal,
    ILogger<DeltaWriter> logger)
{
    private const int EventsAtOnce = 2_000;

    // So far the ledger is looked through again before a delta is written although nothing changed.
    private const long LongQuiet = 100_000;
    private static readonly JsonSerializerOptions Json = new(ApiJson.Options) { WriteIndented = false };

    /// <summary>Writes what changed since the last one, to the ledger's end. Null where nothing did.</summary>
    public async Task<DeltaWritten?> WriteAsync(string jurisdiction, CancellationToken cancellation)
    {
        var stream = await ledger.LoadAsync(DeltaWritten.StreamOf(jurisdiction), cancellation);
        var last = stream.Events.Cast<DeltaWritten>().LastOrDefault();
        var (sequence, from) = ((last?.Sequence ?? 0) + 1, last?.Through ?? 0);
        if (await FirstPageAsync(jurisdiction, from, cancellation) is not { } first) return null;
        var path = $"{jurisdiction}/{sequence:D8}.jsonl";
        var (through, records, tombstones, digest) = await WriteFileAsync(jurisdiction, path, sequence, from, first, last?.Sha256, cancellation);
        var written = new DeltaWritten(legal.GetUtcNow(), sequence, from, through, records, tombstones, digest, path);
        await ledger.AppendAsync([new Append(stream.Stream, stream.Stream, stream.Version, [written])], cancellation);
        await areas.Exports.GetBlobClient($"{jurisdiction}/latest.json")
            .UploadAsync(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(DeltaHead.Of(written, last?.Sha256), ApiJson.Options)), overwrite: true, cancellation);
        logger.LogInformation("Delta {Sequence} of {Jurisdiction}: {Records} shown, {Tombstones} removed, through {Through}", sequence, jurisdiction, records, tombstones, through);
        return written;
    }

    /// <summary>The first page with a change, or one before which the ledger was quiet for long; null where there is neither.</summary>
    private async Task<PublicChanges?> FirstPageAsync(string jurisdiction, long from, CancellationToken cancellation)
    {
        for (var page = await feed.AfterAsync(jurisdiction, from, EventsAtOnce, cancellation); ; page = await feed.AfterAsync(jurisdiction, page.Through, EventsAtOnce, cancellation))
        {
            if (page.Changes.Count > 0 || page.Through - from > LongQuiet) return page;
            if (!page.More) return null;
        }
    }

    private async Task<(long Through, int Records, int Tombstones, string Digest)> WriteFileAsync(
        string jurisdiction, string path, int sequence, long from, PublicChanges first, string? previous, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = await areas.Exports.GetBlobClient(path).OpenWriteAsync(
            overwrite: true, new BlobOpenWriteOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/x-ndjson" } }, cancellation);
        var (page, records, tombstones) = (first, 0, 0);
        await LineAsync(new { format = "entcredit-delta/1", jurisdiction, sequence, from, previous });
        while (true)
        {
            foreach (var change in page.Changes) await LineAsync(ChangeDocument.Of(change, catalogue, departments));
            records += page.Changes.Count(change => change.Shown is not null);
            tombstones += page.Changes.Count(change => change.Shown is null);
            if (!page.More) break;
            page = await feed.AfterAsync(jurisdiction, page.Through, EventsAtOnce, cancellation);
        }

        await LineAsync(new { through = page.Through, records, tombstones });
        return (page.Through, records, tombstones, Convert.ToHexStringLower(digest.GetHashAndReset()));

        async Task LineAsync<T>(T value)
        {
            byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(value, Json), (byte)'\n'];
            digest.AppendData(line);
            await file.WriteAsync(line, cancellation);
        }
    }
}

/// <summary>The newest delta, as a receiver finds it in <c>latest.json</c>.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Path">Its file in <c>exports/</c>.</param>
/// <param name="From">The watermark after which it begins.</param>
/// <param name="Through">The watermark that it comes to.</param>
/// <param name="Records">Records shown.</param>
/// <param name="Tombstones">Records removed.</param>
/// <param name="Sha256">The digest of the file's bytes, hex.</param>
/// <param name="Previous">The digest of the file before it, hex; null for the first.</param>
/// <param name="At">When it was written.</param>
public sealed record DeltaHead(
    int Sequence, string Path, long From, long Through, int Records, int Tombstones, string Sha256, string? Previous, DateTimeOffset At)
{
    /// <summary>The head of a delta.</summary>
    public static DeltaHead Of(DeltaWritten written, string? previous) => new(
        written.Sequence, written.Path, written.From, written.Through, written.Records, written.Tombstones, written.Sha256, previous, written.At);
}
