using System.Text.Json;
using Azure;
using EntCredit.Domain.Batches;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Records;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Batches;

/// <summary>What a department asks of its own uploads. Another department's are not there (404).</summary>
public sealed class BatchFunctions(
    ILedger ledger,
    IBatchView batches,
    IRecordBook records,
    BlobAreas areas,
    SegmentStore segments,
    [FromKeyedServices("legal")] TimeProvider legal)
{
    private const int PageSize = 50;

    /// <summary>The caller's uploads, newest first; <c>after</c> is the cursor of the page before, <c>path</c> asks for one file's.</summary>
    [Function("ListBatches")]
    [Access(Reach.Own)]
    [Parameter("after", "上一页的 next")]
    [Parameter("path", "只看该文件的批次")]
    [Answers(200, typeof(BatchList))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/batches")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var (after, path) = (request.Query["after"].ToString(), request.Query["path"].ToString());
        var ids = path.Length > 0
            ? await batches.OfPathAsync(caller.Id, path, PageSize - 1, cancellation)
            : await batches.OfDepartmentAsync(caller.Id, after.Length == 0 ? null : after, PageSize, cancellation);
        var page = new List<BatchProgress>(ids.Count);
        foreach (var id in ids) page.Add(await ProgressAsync(id, await LoadAsync(id, cancellation), cancellation));
        return ApiJson.Ok(new BatchList(page, ids.Count == PageSize ? ids[^1] : null));
    }

    /// <summary>How far an upload has come.</summary>
    [Function("GetBatch")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("id", "批次编号")]
    [Answers(200, typeof(BatchProgress))]
    [Fails("EC3107")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/batches/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var batch = await LoadAsync(id, cancellation);
        return Sees(caller, batch) ? ApiJson.Ok(await ProgressAsync(id, batch, cancellation)) : Problems.Of(BatchErrors.BatchUnknown);
    }

    /// <summary>The receipt, as JSON or CSV; as XLSX where it gives something back. It holds what the rows said of persons: only the department that sent them has it.</summary>
    [Function("GetReceipt")]
    [Access(Reach.Own)]
    [Parameter("id", "批次编号")]
    [Parameter("form", "形式", OneOf = ["json", "csv", "xlsx"])]
    [Answers(200, MediaType = "application/json, text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [Fails("EC3107", "EC1006")]
    public async Task<IResult> ReceiptAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/batches/{id}/receipt.{form}")] HttpRequest request,
        string id,
        string form,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var batch = await LoadAsync(id, cancellation);
        if (!Sees(caller, batch)) return Problems.Of(BatchErrors.BatchUnknown);
        if (batch.Receipt is not { } receipt || form is not ("json" or "csv" or "xlsx")) return Problems.Of(SystemErrors.NotThere, $"receipt.{form}");
        try
        {
            var blob = await areas.Receipts.GetBlobClient(receipt + "." + form).DownloadStreamingAsync(cancellationToken: cancellation);
            return Results.Stream(blob.Value.Content, blob.Value.Details.ContentType, $"{id}.{form}");
        }
        catch (RequestFailedException nothing) when (nothing.Status == 404)
        {
            return Problems.Of(SystemErrors.NotThere, $"receipt.{form}");
        }
    }

    /// <summary>
    /// The provider declares the secrecy review of its upload done: what is held of it is released, and what is held of the rows that it repeats.
    /// </summary>
    [Function("DeclareReview")]
    [Access(Reach.Own)]
    [Parameter("id", "批次编号")]
    [Answers(202, typeof(ReviewDeclared))]
    [Fails("EC3107", "EC3108")]
    public async Task<IResult> ReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/batches/{id}/review")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var stream = await ledger.LoadAsync(BatchIds.Stream(id), cancellation);
        var batch = Batch.Fold(stream.Events.Cast<BatchEvent>());
        if (batch.Arrival?.Department != caller.Id) return Problems.Of(BatchErrors.BatchUnknown);

        // The same bytes were there before: that upload holds their records.
        if (batch.Reading?.SameAs is { } first)
        {
            id = first;
            stream = await ledger.LoadAsync(BatchIds.Stream(id), cancellation);
            batch = Batch.Fold(stream.Events.Cast<BatchEvent>());
        }

        // The declaration is a fact first; the orchestration that releases the records only carries it out.
        if (batch.ReviewedBy is null)
        {
            try
            {
                await ledger.AppendAsync(
                    [new Append(stream.Stream, stream.Partition!, stream.Version, [new BatchEvent.ReviewDone(legal.GetUtcNow(), caller.Id)])],
                    cancellation);
            }
            catch (LedgerConflictException)
            {
                return Problems.Of(BatchErrors.BatchBusy);
            }
        }

        await client.ReleaseAsync(id, cancellation);
        return Results.Json(new ReviewDeclared(id, caller.Id), ApiJson.Options, statusCode: StatusCodes.Status202Accepted);
    }

    private static bool Sees(Caller caller, Batch batch) =>
        batch.Arrival is { } arrival && caller.Reaches(arrival.Department, arrival.Jurisdiction);

    private async Task<Batch> LoadAsync(string id, CancellationToken cancellation) =>
        Batch.Fold((await ledger.LoadAsync(BatchIds.Stream(id), cancellation)).Events.Cast<BatchEvent>());

    private async Task<BatchProgress> ProgressAsync(string id, Batch batch, CancellationToken cancellation)
    {
        var phases = await records.CountByPhaseAsync(id, cancellation);
        var reading = batch.Phase == BatchPhase.Arrived ? await segments.ReadProgressAsync(id, cancellation) : null;
        return BatchProgress.Of(id, batch, phases.ToDictionary(pair => JsonNamingPolicy.CamelCase.ConvertName(pair.Key.ToString()), pair => pair.Value), reading);
    }
}

/// <summary>A page of uploads.</summary>
/// <param name="Items">The uploads, newest first.</param>
/// <param name="Next">The cursor of the next page, or null.</param>
public sealed record BatchList(IReadOnlyList<BatchProgress> Items, string? Next);

/// <summary>The secrecy review of an upload is declared done.</summary>
/// <param name="Batch">The upload.</param>
/// <param name="ReviewedBy">Who declares it.</param>
public sealed record ReviewDeclared(string Batch, string ReviewedBy);
