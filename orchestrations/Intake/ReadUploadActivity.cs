using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using EntCredit.Domain.Batches;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Files;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Intake;

/// <summary>
/// Pass one over an upload: pins the blob's ETag, digests its bytes, and writes its rows into segments. A file refused as a whole
/// is kept in <c>quarantine/</c> with its reason.
/// </summary>
public sealed class ReadUploadActivity(
    ILedger ledger,
    IIntakeIndex index,
    BlobAreas areas,
    SegmentStore segments,
    ResourceCatalogue catalogue,
    FileLimits limits,
    [FromKeyedServices("legal")] TimeProvider legal,
    [FromKeyedServices("machine")] TimeProvider machine,
    ILogger<ReadUploadActivity> logger)
{
    /// <summary>The function's name.</summary>
    public const string Name = "ReadUpload";

    // Several times a second at most.
    private const int ProgressEvery = 10;

    // Few long rows are as much as many short ones.
    private const int MostCharacters = 4_000_000;

    /// <summary>Runs it. A file that was read is not read again.</summary>
    [Function(Name)]
    public async Task<ReadOutcome> RunAsync([ActivityTrigger] BatchInput input, CancellationToken cancellation)
    {
        using var scope = LogScope.Begin(logger, ("batch", input.Batch));
        var stream = await ledger.LoadAsync(BatchIds.Stream(input.Batch), cancellation);
        var batch = Batch.Fold(stream.Events.Cast<BatchEvent>());
        if (batch.Phase != BatchPhase.Arrived) return OutcomeOf(batch);

        var happened = await ReadAsync(input.Batch, batch.Arrival!, cancellation);
        await ledger.AppendAsync([new Append(stream.Stream, stream.Partition!, stream.Version, [happened])], cancellation);
        logger.LogInformation("Upload {Path} read: {Result}", PersonId.MaskIn(batch.Arrival!.Path), happened);
        return OutcomeOf(Batch.Evolve(batch, happened));
    }

    private static ReadOutcome OutcomeOf(Batch batch) => new(
        batch.Reading is { SameAs: null } reading ? reading.Segments : 0,
        batch.Refusal is null ? 0 : 1);

    private async Task<BatchEvent> ReadAsync(string id, BatchEvent.Arrived arrival, CancellationToken cancellation)
    {
        if (arrival.Refusal is { } refusal) return new BatchEvent.Refused(legal.GetUtcNow(), refusal.Code, refusal.Message, refusal.Mend);
        if (arrival.Door == BatchEvent.Arrived.Api) return await ReadPostAsync(id, arrival, cancellation);
        if (arrival.Bytes > limits.MaxBytes) return await RefuseTooLargeAsync(id, arrival, cancellation);
        await using var file = TemporaryFile.Create();
        try
        {
            await areas.Uploads.GetBlobClient(arrival.Path).DownloadToAsync(
                file, new BlobDownloadToOptions { Conditions = new BlobRequestConditions { IfMatch = new ETag(arrival.ETag) } }, cancellation);
        }
        catch (RequestFailedException failed) when (failed.Status is 404 or 412)
        {
            return Refuse(failed.Status == 404 ? BatchErrors.Gone : BatchErrors.Overwritten);
        }

        file.Position = 0;
        var bytes = await SHA256.HashDataAsync(file, cancellation);
        var digest = Convert.ToHexStringLower(bytes);
        if (arrival.Signature?.Holds(bytes) == false) return await QuarantineAsync(id, arrival, file, new FileRefusedException(BatchErrors.SignatureWrong), cancellation);
        var same = await index.BatchWithContentAsync(arrival.Department, arrival.Item, digest, id, cancellation);
        if (same is not null && await CameByAsync(same, arrival.Channel, cancellation)) return new BatchEvent.Read(legal.GetUtcNow(), digest, same, 0, 0, null, null);

        file.Position = 0;
        try
        {
            return await SegmentAsync(id, arrival, digest, file, cancellation);
        }
        catch (FileRefusedException refused)
        {
            return await QuarantineAsync(id, arrival, file, refused, cancellation);
        }
    }

    // C9: the same bytes by another channel are read: each of their records keeps that it came so.
    private async Task<bool> CameByAsync(string batch, string? channel, CancellationToken cancellation) =>
        Batch.Fold((await ledger.LoadAsync(BatchIds.Stream(batch), cancellation)).Events.Cast<BatchEvent>()).Arrival!.Channel == channel;

    private async Task<BatchEvent> QuarantineAsync(string id, BatchEvent.Arrived arrival, Stream file, FileRefusedException refused, CancellationToken cancellation)
    {
        file.Position = 0;
        await areas.Quarantine.GetBlobClient($"{arrival.Department}/{id}").UploadAsync(
            file, new BlobUploadOptions { Metadata = ReasonOf(refused.Error) }, cancellation);
        return Refuse(refused.Error, [.. refused.Particulars]);
    }

    /// <summary>A file beyond the limit is not fetched: the storage copies it into quarantine by itself.</summary>
    private async Task<BatchEvent> RefuseTooLargeAsync(string id, BatchEvent.Arrived arrival, CancellationToken cancellation)
    {
        try
        {
            await areas.Quarantine.GetBlobClient($"{arrival.Department}/{id}").StartCopyFromUriAsync(
                areas.Uploads.GetBlobClient(arrival.Path).Uri,
                new BlobCopyFromUriOptions
                {
                    Metadata = ReasonOf(IntakeErrors.FileTooLarge),
                    SourceConditions = new BlobRequestConditions { IfMatch = new ETag(arrival.ETag) },
                },
                cancellation);
        }
        catch (RequestFailedException failed) when (failed.Status is 404 or 412)
        {
            return Refuse(failed.Status == 404 ? BatchErrors.Gone : BatchErrors.Overwritten);
        }

        return Refuse(IntakeErrors.FileTooLarge, arrival.Bytes, limits.MaxBytes);
    }

    private static Dictionary<string, string> ReasonOf(ErrorDefinition error) => new(StringComparer.Ordinal) { ["reason"] = error.Code };

    /// <summary>What an app posted: told from an earlier post by its key, so that other rows than its own are no matter here.</summary>
    private async Task<BatchEvent> ReadPostAsync(string id, BatchEvent.Arrived arrival, CancellationToken cancellation)
    {
        var body = await areas.Posts.GetBlobClient(PostBodies.Path(arrival.Department, id, arrival.ETag)).DownloadContentAsync(cancellation);
        try
        {
            var posted = PostedRecords.Read(body.Value.Content.ToMemory(), catalogue);
            await segments.WriteHeadAsync(id, new SegmentHead(posted.Header, 0), cancellation);
            await segments.WriteAsync(id, 0, posted.Rows, cancellation);
            return new BatchEvent.Read(legal.GetUtcNow(), arrival.ETag, null, posted.Rows.Count, 1, "json", "utf-8");
        }
        catch (FileRefusedException refused)
        {
            // Its door has read it before: the catalogue has changed since.
            return Refuse(refused.Error, [.. refused.Particulars]);
        }
    }

    private async Task<BatchEvent.Read> SegmentAsync(
        string id, BatchEvent.Arrived arrival, string digest, Stream file, CancellationToken cancellation)
    {
        var name = Path.GetFileName(arrival.Path);
        await using var table = await CheckedFile.OpenAsync(file, name, catalogue, arrival.Item, LegalZone.DayOf(arrival.At), limits, cancellation);
        var (skipped, started) = (new WarningTally(), machine.GetUtcNow());
        var (rows, count, characters) = (0, 0, 0);
        var (segment, writing) = (new List<SourceRow>(SegmentStore.RowsPerSegment), Task.CompletedTask);
        try
        {
            await foreach (var row in table.SourceRowsAsync(skipped.Add, cancellation))
            {
                segment.Add(row);
                characters += row.Cells.Sum(cell => cell.Length);
                if (segment.Count < SegmentStore.RowsPerSegment && characters < MostCharacters) continue;
                await writing;
                writing = WriteBesideAsync(id, count++, segment, cancellation);
                rows += segment.Count;
                (segment, characters) = (new List<SourceRow>(SegmentStore.RowsPerSegment), 0);
                if (count % ProgressEvery == 0) await TellAsync(id, arrival, new ReadingProgress(table.Table.BytesRead, rows, started, machine.GetUtcNow()), cancellation);
            }

            await writing;
        }
        finally
        {
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (segment.Count > 0)
        {
            await segments.WriteAsync(id, count++, segment, cancellation);
            rows += segment.Count;
        }

        if (rows == 0) throw new FileRefusedException(IntakeErrors.NoRows);
        await segments.WriteHeadAsync(id, new SegmentHead(table.Table.Header, table.Table.HeaderLine) { Skipped = skipped.Counts }, cancellation);
        return new BatchEvent.Read(legal.GetUtcNow(), digest, null, rows, count, table.Table.Format, table.Table.Encoding);
    }

    // One segment is written while the next is read.
    private Task WriteBesideAsync(string id, int number, List<SourceRow> segment, CancellationToken cancellation) =>
        Task.Run(() => segments.WriteAsync(id, number, segment, cancellation), cancellation);

    private async Task TellAsync(string id, BatchEvent.Arrived arrival, ReadingProgress progress, CancellationToken cancellation)
    {
        await segments.WriteProgressAsync(id, progress, cancellation);
        logger.LogInformation(
            "{Department}: reading, {Rows} rows, {Bytes} of {Of} bytes, {Rate} rows/s",
            arrival.Department, progress.Rows, progress.Bytes, arrival.Bytes, (int)(progress.Rows / Math.Max(0.001, (progress.At - progress.StartedAt).TotalSeconds)));
    }

    private BatchEvent.Refused Refuse(ErrorDefinition error, params object?[] particulars) =>
        new(legal.GetUtcNow(), error.Code, error.Describe(particulars), error.Mend);
}
