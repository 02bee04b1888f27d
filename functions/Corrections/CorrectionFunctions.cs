using EntCredit.Domain.Corrections;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Intake;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Corrections;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Corrections;

/// <summary>各部门提供的数据出现错误的,应当在发现之日起3个工作日内,书面报请…予以更正 (湘商改〔2016〕7号 第十八条): corrections as departments handle them.</summary>
public sealed class CorrectionFunctions(
    ILedger ledger,
    ICaseBook cases,
    IObligationBook obligations,
    CorrectionDesk desk,
    CorrectedContent corrected,
    [FromKeyedServices("legal")] TimeProvider legal)
{
    private const int PageSize = 50;

    /// <summary>The caller's corrections, or those that it oversees; newest first; <c>phase</c> and <c>after</c> narrow it.</summary>
    [Function("ListCorrections")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Operator, DepartmentRole.Auditor)]
    [Parameter("phase", "状态", Type = typeof(CorrectionPhase))]
    [Parameter("after", "上一页的 next")]
    [Answers(200, typeof(CasePage<CaseListed>))]
    [Fails("EC1005")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/corrections")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        if (!Paging.Phase<CorrectionPhase>(request, out var phase)) return Problems.Of(SystemErrors.Parameter, "phase", request.Query["phase"].ToString());
        var rows = await cases.OfDepartmentAsync(
            CaseKind.Correction, caller.Id, Paging.JurisdictionOf(caller), (int?)phase, Paging.After(request, Instances.OfCorrection), PageSize, cancellation);
        return ApiJson.Ok(Paging.Page(rows, PageSize, row => CaseListed.Of(row, ((CorrectionPhase)row.Phase).ToString())));
    }

    /// <summary>One correction.</summary>
    [Function("GetCorrection")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("id", "案件编号")]
    [Answers(200, typeof(CorrectionDocument), Versioned = true)]
    [Fails("EC4201")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/corrections/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var stream = await ledger.LoadAsync(Instances.OfCorrection(id), cancellation);
        var state = Correction.Fold(stream.Events.Cast<CorrectionEvent>());
        if (!Sees(caller, state)) return Problems.Of(CorrectionErrors.Unknown);
        VersionTag.Set(request, stream.Version);
        return ApiJson.Ok(CorrectionDocument.Of(
            id, stream.Version, state, [.. stream.Events.Cast<CorrectionEvent>()], await obligations.AboutAsync(stream.Stream, cancellation), legal.GetUtcNow()));
    }

    /// <summary>The provider found an error of its own in a record (record, what, discoveredOn).</summary>
    [Function("DiscoverError")]
    [Access(Reach.Own)]
    [Takes(typeof(DiscoverRequest))]
    [Answers(201, typeof(CorrectionMoved), Versioned = true)]
    [Fails("EC1302", "EC40*", "EC42*")]
    public async Task<IResult> DiscoverAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/corrections")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var read = await Bodies.ReadAsync<DiscoverRequest>(request, cancellation);
        if (read.Value is not { } body) return read.Refusal!;
        if (!CaseText.IsShort(body.Record)) return Problems.Of(FilingErrors.Field, "record", CaseText.Short);
        if (!CaseText.IsLong(body.What)) return Problems.Of(FilingErrors.Field, "what", ActBody.Longest);
        var (id, answer) = await desk.DiscoverAsync(body.Record, caller.Id, body.DiscoveredOn, body.What, client, cancellation);
        if (answer.Error is { } error) return Problems.Of(error);
        VersionTag.Set(request, answer.Version);
        request.HttpContext.Response.Headers.Location = "/api/v1/corrections/" + id;
        return Results.Json(new CorrectionMoved(id!, answer.State.Phase, answer.Version), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>confirm (what), dismiss (reason), request (notice, fields), carry-out. A repeated act changes nothing.</summary>
    [Function("ActOnCorrection")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("id", "案件编号")]
    [Parameter("act", "办理事项", OneOf = ["confirm", "dismiss", "request", "carry-out"])]
    [Parameter("If-Match", "读取时的 ETag：其后已有变化的不予办理", Header = true)]
    [Takes(typeof(ActBody), Optional = true)]
    [Answers(200, typeof(CorrectionMoved), Versioned = true)]
    [Fails("EC1006", "EC1302", "EC1307", "EC40*", "EC42*")]
    public async Task<IResult> ActAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/corrections/{id}/{act}")] HttpRequest request,
        string id,
        string act,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var found = await desk.FindAsync(id, cancellation);
        if (!Sees(caller, found.State)) return Problems.Of(CorrectionErrors.Unknown);
        var read = await ActBody.ReadAsync(request, cancellation);
        if (read.Value is not { } body) return read.Refusal!;

        var (content, digest) = (default(RecordContent), string.Empty);
        if (act == "request" && caller.Id == found.State.About!.Provider)
        {
            var reading = await corrected.ReadAsync(
                found.State.About.Record, body.Fields ?? new Dictionary<string, string>(), legal.GetUtcNow(), cancellation);

            // Asked for and carried out already: what is shown is what was asked for.
            var repeated = reading.Error == CorrectionErrors.NothingCorrected && found.State.Phase == CorrectionPhase.Corrected;
            if (!repeated && reading.Error is { } wrong) return Problems.Of(wrong, reading.Particular);
            (content, digest) = (reading.Content, repeated ? found.State.Request!.ContentDigest : ContentDigest.Of(reading.Content!));
        }

        Func<DateTimeOffset, CorrectionCommand>? command = act switch
        {
            "confirm" => at => new CorrectionCommand.Confirm(at, caller.Id, body.What ?? ""),
            "dismiss" => at => new CorrectionCommand.Dismiss(at, caller.Id, body.Reason ?? ""),
            "request" => at => new CorrectionCommand.Request(at, caller.Id, body.Notice ?? "", digest, content),
            "carry-out" => at => new CorrectionCommand.CarryOut(at, caller.Id),
            _ => null,
        };
        if (command is null) return Problems.Of(SystemErrors.NotThere, act);
        var answer = await desk.ActAsync(id, VersionTag.Expected(request), command, client, cancellation);
        VersionTag.Set(request, answer.Version);
        if (answer.Stale) return Problems.Of(FilingErrors.Stale);
        return answer.Error is { } error
            ? Problems.Of(error, answer.State.Source)
            : ApiJson.Ok(new CorrectionMoved(id, answer.State.Phase, answer.Version));
    }

    private static bool Sees(Caller caller, Correction state) => state.About is { } about && caller.Reaches(about.Provider, about.Jurisdiction);
}
