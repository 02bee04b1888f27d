using System.Security.Cryptography;
using EntCredit.Domain.Batches;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Functions.Access;
using EntCredit.Functions.Errors;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Functions.Uploads;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Intake;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Files;
using EntCredit.Stores.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Records;

/// <summary>
/// The door for apps: what is posted is a batch like an upload, of one segment, taken by the same orchestration. Its id comes from
/// department and idempotency key, so that however often and by however many callers a post is repeated, it is one batch with one answer.
/// </summary>
public sealed class PostRecords(
    ILedger ledger,
    PostBodies bodies,
    SegmentStore segments,
    ResourceCatalogue catalogue,
    JurisdictionProfiles profiles,
    [FromKeyedServices("machine")] TimeProvider machine,
    [FromKeyedServices("legal")] TimeProvider legal)
{
    /// <summary>The header that tells a repeated request from a new one.</summary>
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>The headers that hold the signature over the body's bytes, base64, and the name of its key (C16).</summary>
    public const string SignatureHeader = "X-Signature", SigningKeyHeader = "X-Signing-Key";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    /// <summary>Takes one record or a list; the answer has a result for each, in the order sent.</summary>
    [Function("PostRecords")]
    [Access(Reach.Own, DepartmentRole.Provider, DepartmentRole.Registrar)]
    [BodyLimit(PostedRecords.MaxBytes)]
    [Parameter(KeyHeader, "幂等键：1至64个可见 ASCII 字符；同一键同一内容得到同一答复", Header = true, Required = true)]
    [Parameter(SignatureHeader, "对请求正文原始字节的签名（Base64），本地规定采用数字证书的", Header = true)]
    [Parameter(SigningKeyHeader, "签名公钥在部门文件中的名称", Header = true)]
    [Takes(typeof(PostRequest))]
    [Answers(200, typeof(PostAnswer))]
    [Answers(202, typeof(PostTaking))]
    [Fails("EC30*", "EC31*", "EC32*")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/records")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        // Collected is when the call was received, before anything is made of it.
        var now = legal.GetUtcNow();
        var caller = Callers.Of(request);
        if (request.Headers[KeyHeader] is not [{ Length: > 0 and <= 64 } key] || !key.All(c => c is > ' ' and <= '~'))
            return Problems.Of(PostErrors.KeyMissing);
        var body = await Bodies.BytesAsync(request, cancellation);

        var id = BatchIds.OfPost(caller.Id, key);
        var digest = PostBodies.Digest(body);
        var batch = await LoadAsync(id, cancellation);
        if (batch.Arrival is null)
        {
            PostedRecords posted;
            try
            {
                posted = PostedRecords.Read(body, catalogue);
            }
            catch (FileRefusedException refused)
            {
                return Problems.Of(refused.Error, [.. refused.Particulars]);
            }

            if (ItemRights.RefusalOf(caller.Department, posted.Item, catalogue) is { } refusal) return Problems.Of(refusal.Error, refusal.Particulars);
            if (ItemRights.RefusalOf(caller.Department, posted.Item, posted.Channel, profiles) is { } misrouted)
                return Problems.Of(misrouted.Error, misrouted.Particulars);

            var (signature, unsigned) = SignatureOf(request, caller.Department, body);
            if (unsigned is not null) return Problems.Of(unsigned);

            // The body is kept before the ledger is told: whatever ends after that, the rows are taken.
            await bodies.KeepAsync(caller.Id, id, digest, body, cancellation);
            batch = await ArriveAsync(id, ArrivalOf(caller.Department, posted, key, digest, body.Length, now) with { Signature = signature }, cancellation);
        }

        if (batch.Arrival!.ETag != digest) return Problems.Of(PostErrors.KeyReused, id);
        return await FinishAsync(id, batch, client, cancellation) is { Receipt: not null } taken
            ? await AnswerAsync(id, taken, cancellation)
            : InProgress(request, id);
    }

    private (SubmissionSignature? Signature, ErrorDefinition? Error) SignatureOf(HttpRequest request, Department department, ReadOnlyMemory<byte> body)
    {
        var use = profiles.Find(department.Jurisdiction)?.DigitalSignature.Use ?? SignatureUse.None;
        var (signature, error) = SubmissionSignature.Read(
            use, department, request.Headers[SigningKeyHeader], request.Headers[SignatureHeader], machine.GetUtcNow());
        return signature?.Holds(SHA256.HashData(body.Span)) == false ? (null, BatchErrors.SignatureWrong) : (signature, error);
    }

    private static BatchEvent.Arrived ArrivalOf(
        Department department, PostedRecords posted, string key, string digest, int bytes, DateTimeOffset now) =>
        new(
            now,
            department.Id,
            department.Jurisdiction,
            posted.Item,
            $"{BatchEvent.Arrived.Api}/{department.Id}/{posted.Item}/{Uri.EscapeDataString(key)}",
            digest,
            bytes,
            posted.ReviewDeclared)
        {
            Door = BatchEvent.Arrived.Api,
            Channel = posted.Channel,
        };

    private async Task<Batch> ArriveAsync(string id, BatchEvent.Arrived arrived, CancellationToken cancellation)
    {
        var stream = BatchIds.Stream(id);
        try
        {
            await ledger.AppendAsync([new Append(stream, stream, 0, [arrived])], cancellation);
        }
        catch (LedgerConflictException)
        {
            // The same key came twice at once and the other was first: its body counts.
        }

        return await LoadAsync(id, cancellation);
    }

    /// <summary>The batch once its orchestration has ended; as far as it has come where that takes long.</summary>
    private async Task<Batch> FinishAsync(string id, Batch batch, DurableTaskClient client, CancellationToken cancellation)
    {
        if (batch.Receipt is not null) return batch;
        await client.StartOnceAsync(BatchOrchestrator.Name, new BatchInput(id), Instances.OfBatch(id), cancellation);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await client.WaitForInstanceCompletionAsync(Instances.OfBatch(id), patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It goes on by itself; the same request again gets the answer.
        }

        return await LoadAsync(id, cancellation);
    }

    private async Task<IResult> AnswerAsync(string id, Batch batch, CancellationToken cancellation)
    {
        if (batch.Refusal is { } refusal) return Problems.Told(ErrorCatalogueFunctions.All.Single(error => error.Code == refusal.Code), refusal.Message);
        var answers = new List<RowAnswer>();
        await foreach (var answer in segments.ReadAnswersAsync(id, [.. Enumerable.Range(0, batch.Reading!.Segments)], cancellation)) answers.Add(answer);
        var head = await segments.ReadHeadAsync(id, cancellation);
        return ApiJson.Ok(PostAnswer.Of(id, batch, catalogue.Find(batch.Arrival!.Item)!, head.Header, answers));
    }

    private static IResult InProgress(HttpRequest request, string id)
    {
        request.HttpContext.Response.Headers.RetryAfter = "5";
        return Results.Json(new PostTaking(id, BatchPhase.Taking), ApiJson.Options, statusCode: StatusCodes.Status202Accepted);
    }

    private async Task<Batch> LoadAsync(string id, CancellationToken cancellation) =>
        Batch.Fold((await ledger.LoadAsync(BatchIds.Stream(id), cancellation)).Events.Cast<BatchEvent>());
}
