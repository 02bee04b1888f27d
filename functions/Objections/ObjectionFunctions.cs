using EntCredit.Domain.Departments;
using EntCredit.Domain.Objections;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Objections;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Objections;

/// <summary>
/// Objections as departments handle them. A case is there for the provider, for whoever took it, and for market supervision and operator of the
/// jurisdiction; who objects and why is for the first two only.
/// </summary>
public sealed class ObjectionFunctions(
    ILedger ledger,
    IPersonalData personal,
    ICaseBook cases,
    IObligationBook obligations,
    EvidenceStore evidence,
    ObjectionCounter counter,
    [FromKeyedServices("legal")] TimeProvider legal)
{
    private const int PageSize = 50;

    /// <summary>The cases that the caller provides for, took, or oversees; newest first; <c>phase</c> and <c>after</c> narrow it.</summary>
    [Function("ListObjections")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Operator, DepartmentRole.Auditor)]
    [Parameter("phase", "状态", Type = typeof(ObjectionPhase))]
    [Parameter("after", "上一页的 next")]
    [Answers(200, typeof(CasePage<CaseListed>))]
    [Fails("EC1005")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/objections")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        if (!Paging.Phase<ObjectionPhase>(request, out var phase)) return Problems.Of(SystemErrors.Parameter, "phase", request.Query["phase"].ToString());
        var rows = await cases.OfDepartmentAsync(
            CaseKind.Objection, caller.Id, Paging.JurisdictionOf(caller), (int?)phase, Paging.After(request, Instances.OfObjection), PageSize, cancellation);
        return ApiJson.Ok(Paging.Page(rows, PageSize, row => CaseListed.Of(row, ((ObjectionPhase)row.Phase).ToString())));
    }

    /// <summary>One case: where it stands, what is owed, what has happened.</summary>
    [Function("GetObjection")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("id", "案号")]
    [Answers(200, typeof(ObjectionDocument), Versioned = true)]
    [Fails("EC4101")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/objections/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var stream = await ledger.LoadAsync(Instances.OfObjection(id), cancellation);
        var state = Objection.Fold(stream.Events.Cast<ObjectionEvent>());
        if (!ObjectionSight.Sees(caller, state)) return Problems.Of(ObjectionErrors.Unknown);
        VersionTag.Set(request, stream.Version);
        var applicant = ObjectionSight.SeesApplicant(caller, state)
            ? ((await personal.ReadPersonalAsync(stream.Stream, 1, cancellation)).Event as ObjectionEvent.Lodged)?.Applicant
            : null;
        return ApiJson.Ok(ObjectionDocument.Of(
            id, stream.Version, state, [.. stream.Events.Cast<ObjectionEvent>()], await obligations.AboutAsync(stream.Stream, cancellation), legal.GetUtcNow(), applicant));
    }

    /// <summary>A file of evidence, for the provider and for whoever took the case.</summary>
    [Function("GetEvidence")]
    [Access(Reach.Own)]
    [Parameter("id", "案号")]
    [Parameter("digest", "文件的 SHA-256")]
    [Answers(200, MediaType = "application/pdf, image/jpeg, image/png")]
    [Fails("EC1006", "EC4101")]
    public async Task<IResult> EvidenceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/objections/{id}/evidence/{digest}")] HttpRequest request,
        string id,
        string digest,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var state = Objection.Fold((await ledger.LoadAsync(Instances.OfObjection(id), cancellation)).Events.Cast<ObjectionEvent>());
        if (!ObjectionSight.SeesApplicant(caller, state)) return Problems.Of(ObjectionErrors.Unknown);
        if (!state.Lodging!.Evidence.Contains(digest) || await evidence.OpenAsync(id, digest, cancellation) is not { } file)
            return Problems.Of(SystemErrors.NotThere, digest);
        return Results.Stream(file.Content, file.MediaType, digest + FilingReader.ExtensionOf(file.MediaType));
    }

    /// <summary>A department takes an objection at its counter, for a citizen.</summary>
    [Function("TakeObjection")]
    [Access(Reach.Own)]
    [BodyLimit(FilingReader.MostBytesOfJson)]
    [BodyType("application/json", "multipart/form-data")]
    [Takes(typeof(FilingRequest), MediaType = "application/json, multipart/form-data")]
    [Answers(201, typeof(TakenObjection))]
    [Fails("EC1005", "EC13*", "EC40*", "EC41*")]
    public async Task<IResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/objections")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var (filing, refusal) = await FilingReader.ReadAsync(request, caller.Id, true, cancellation);
        if (filing is null) return refusal!;
        var answer = await counter.LodgeAsync(filing, client, cancellation);
        if (answer.Error is { } error) return Problems.Of(error);
        request.HttpContext.Response.Headers.Location = "/api/v1/objections/" + answer.Case;
        return Results.Json(new TakenObjection(answer.Case!, answer.Case!, answer.Secret), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
