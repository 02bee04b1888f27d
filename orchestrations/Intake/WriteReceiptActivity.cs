using System.Runtime.CompilerServices;
using Azure.Storage.Blobs.Models;
using EntCredit.Domain.Batches;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Files;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Receipts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Intake;

/// <summary>Answers an upload with its receipt, as JSON and CSV, and as XLSX where rows go back, in <c>receipts/{department}/</c>. The same bytes sent again get the first receipt.</summary>
public sealed class WriteReceiptActivity(
    ILedger ledger,
    BlobAreas areas,
    SegmentStore segments,
    ResourceCatalogue catalogue,
    [FromKeyedServices("legal")] TimeProvider legal,
    ILogger<WriteReceiptActivity> logger)
{
    /// <summary>The function's name.</summary>
    public const string Name = "WriteReceipt";

    /// <summary>Runs it. A receipt that the ledger has is not written again.</summary>
    [Function(Name)]
    public async Task RunAsync([ActivityTrigger] BatchInput input, CancellationToken cancellation)
    {
        using var scope = LogScope.Begin(logger, ("batch", input.Batch));
        var stream = await ledger.LoadAsync(BatchIds.Stream(input.Batch), cancellation);
        var batch = Batch.Fold(stream.Events.Cast<BatchEvent>());
        if (batch.Receipt is not null) return;

        var arrival = batch.Arrival!;
        var answered = batch.Reading?.SameAs ?? input.Batch;
        var path = $"{arrival.Department}/{answered}";
        if (answered == input.Batch) await WriteAsync(path, input.Batch, batch, AnsweredIn(arrival, stream), cancellation);
        await ledger.AppendAsync(
            [
                new Append(
                    stream.Stream, stream.Partition!, stream.Version, [new BatchEvent.Receipted(legal.GetUtcNow(), path, batch.Counts)]),
            ],
            cancellation);
        logger.LogInformation("Receipt {Receipt} for {Department}: {Counts}", path, arrival.Department, batch.Counts);
    }

    /// <summary>The segments with answers to any of their rows: of a good file none is read.</summary>
    private static List<int> AnsweredIn(BatchEvent.Arrived arrival, LoadedStream stream) =>
    [
        .. stream.Events.OfType<BatchEvent.SegmentTaken>()
            .Where(taken => arrival.Door == BatchEvent.Arrived.Api || taken.Counts is not { Refused: 0, Warned: 0, Duplicates: 0 })
            .Select(taken => taken.Segment)
            .Order(),
    ];

    private async Task WriteAsync(string path, string id, Batch batch, List<int> answered, CancellationToken cancellation)
    {
        var receipt = await ReceiptOfAsync(id, batch, answered, cancellation);
        await using var file = TemporaryFile.Create();
        await ReceiptJsonWriter.WriteAsync(file, receipt, RefusedAsync(id, answered, cancellation), cancellation);
        await UploadAsync(file, path + ".json", "application/json", cancellation);
        file.SetLength(0);
        await ReceiptCsvWriter.WriteAsync(file, receipt, RefusedAsync(id, answered, cancellation), cancellation);
        await UploadAsync(file, path + ".csv", "text/csv; charset=utf-8", cancellation);
        if (receipt.Counts.Refused == 0 && receipt.Refusal is null) return;
        file.SetLength(0);
        await ReceiptWorkbook.WriteAsync(file, receipt, RefusedAsync(id, answered, cancellation), cancellation);
        await UploadAsync(file, path + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", cancellation);
    }

    private async Task<Receipt> ReceiptOfAsync(string id, Batch batch, List<int> answered, CancellationToken cancellation)
    {
        var (arrival, counts) = (batch.Arrival!, batch.Counts);
        var item = catalogue.Find(arrival.Item);
        var head = batch.Reading is null ? null : await segments.ReadHeadAsync(id, cancellation);
        var warnings = new WarningTally();
        await foreach (var answer in segments.ReadAnswersAsync(id, answered, cancellation))
            if (!answer.Refused) warnings.Add(answer.Findings);
        return new Receipt(
            id,
            arrival.Department,
            arrival.Item,
            item?.Name ?? arrival.Item,
            catalogue.Version,
            PersonId.MaskIn(Path.GetFileName(arrival.Path)),
            batch.Reading?.ContentSha256 ?? string.Empty,
            arrival.At,
            new ReceiptCounts(counts.Rows, counts.Accepted, counts.Refused, counts.Duplicates, counts.Warned, counts.Mended),
            head is null ? null : HeaderMapper.Map(item!, head.Header),
            [.. warnings.Counts, .. head?.Skipped ?? []],
            batch.Refusal is { } refusal ? new FileRefusal(refusal.Code, refusal.Message, refusal.Mend) : null);
    }

    private async IAsyncEnumerable<RefusedRow> RefusedAsync(string id, List<int> answered, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var answer in segments.ReadAnswersAsync(id, answered, cancellation))
            if (answer.Refused) yield return new RefusedRow(answer.Line, answer.Record, answer.CorrectionDue, answer.Cells!, answer.Findings);
    }

    private async Task UploadAsync(FileStream file, string path, string type, CancellationToken cancellation)
    {
        await file.FlushAsync(cancellation);
        file.Position = 0;
        await areas.Receipts.GetBlobClient(path).UploadAsync(
            file, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = type } }, cancellation);
    }
}
