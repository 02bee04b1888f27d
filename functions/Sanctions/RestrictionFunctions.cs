using EntCredit.Domain.Departments;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Sanctions;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Sanctions;
using EntCredit.Orchestrations;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Sanctions;

/// <summary>Restricting decisions of departments and their feedback (T13). Beside the department, the initiator of the sanction that it follows sees it.</summary>
public sealed class RestrictionFunctions(
    RestrictionDesk desk, SanctionDesk sanctions, CaseSubjects subjects, ICaseIndex index, CaseReplies replies)
{
    /// <summary>Writes down a restricting decision: of a sanction pushed to the caller, or of its own upon a list.</summary>
    [Function("DecideRestriction")]
    [Access(Reach.Own, DepartmentRole.Provider, DepartmentRole.Registrar, DepartmentRole.MarketSupervision, DepartmentRole.Approver, DepartmentRole.Court)]
    [Parameter(CaseIds.KeyHeader, "幂等键：同一键同一内容只办理一次", Header = true)]
    [Takes(typeof(RestrictBody))]
    [Answers(200, typeof(RestrictionDocument), Versioned = true)]
    [Answers(201, typeof(RestrictionDocument), Versioned = true)]
    [Fails("EC43*", "EC15*")]
    public async Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/restrictions")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var (body, refusal) = await CaseBody.ReadAsync<RestrictBody>(request, cancellation);
        if (refusal is not null) return refusal;
        var (target, also, error) = await TargetAsync(caller, body!, cancellation);
        if (error is not null) return Problems.Of(error);

        var sanction = body!.Sanction is { } followed ? Instances.OfSanction(followed) : null;
        var id = CaseIds.Of(
            "restriction",
            caller.Id,
            CaseIds.KeyOf(request),
            [target!.Subject, target.List, target.Cause, sanction, $"{body.DecidedOn:yyyyMMdd}", body.Measure]);
        var answer = await desk.DecideAsync(
            id,
            new CaseOrigin(target.Jurisdiction, target.Subject, also),
            new RestrictionCommand.Decide(
                default, caller.Id, target, sanction, body.DecidedOn, body.Measure, [.. (body.Persons ?? []).Select(person => person.Person)]),
            client,
            cancellation);
        return CaseReplies.RefusalOf(request, answer, answer.State.Phase == RestrictionPhase.Lifted) is { } refused
            ? Problems.Of(refused)
            : CaseReplies.Document(request, await DocumentAsync(id, answer, cancellation), answer.Version, answer.Began);
    }

    /// <summary>The caller's restrictions, newest first; <c>sanction</c> gives those that follow a sanction, for its initiator and who supervises.</summary>
    [Function("ListRestrictions")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("after", "上一页的 next")]
    [Parameter("scope", "jurisdiction：本地全部（市场监管、审计）", OneOf = ["jurisdiction"])]
    [Parameter("sanction", "所依据的联合惩戒编号")]
    [Answers(200, typeof(CasePage<RestrictionDocument>))]
    [Fails("EC1002", "EC43*")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/restrictions")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        if (CaseScope.Of(request, caller) is not { } scope) return Problems.Of(SystemErrors.Forbidden);
        if (request.Query["sanction"].ToString() is { Length: > 0 } sanction)
        {
            if (!await SeesSanctionAsync(caller, sanction, cancellation)) return Problems.Of(SanctionErrors.Unknown);
            scope = new CaseScope(CasePart.FollowsFrom, Instances.OfSanction(sanction));
        }

        var streams = await index.FindAsync(
            CaseKind.Restriction, scope.Part ?? CasePart.Party, scope.Key, CaseReplies.After(request), CaseReplies.PageSize, cancellation);
        List<RestrictionDocument> items = [];
        foreach (var stream in streams)
        {
            var id = stream[Instances.OfRestriction(string.Empty).Length..];
            items.Add(await DocumentAsync(id, await desk.LoadAsync(id, cancellation), cancellation));
        }

        return CaseReplies.Page(items, streams);
    }

    /// <summary>A restriction with its duties, as whom it concerns sees it.</summary>
    [Function("GetRestriction")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("id", "案件编号")]
    [Answers(200, typeof(RestrictionDocument), Versioned = true)]
    [Fails("EC43*")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/restrictions/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        await FindAsync(Callers.Of(request), id, cancellation) is { } found
            ? CaseReplies.Document(request, await DocumentAsync(id, found, cancellation), found.Version)
            : Problems.Of(SanctionErrors.Unknown);

    /// <summary>Feeds back how it is carried out (T13).</summary>
    [Function("FeedBackRestriction")]
    [Access(Reach.Own)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(ResultBody))]
    [Answers(200, typeof(RestrictionDocument), Versioned = true)]
    [Fails("EC43*", "EC15*")]
    public async Task<IResult> FeedBackAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/restrictions/{id}/feedback")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        return await ActAsync<ResultBody>(
            request,
            id,
            (caller, body) => desk.FeedBackAsync(
                id, caller.Id, CaseIds.DigestOf(body.Result), VersionTag.Expected(request), client, cancellation),
            cancellation);
    }

    /// <summary>Ends a restriction: its own department alone may.</summary>
    [Function("LiftRestriction")]
    [Access(Reach.Own)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(ReasonBody))]
    [Answers(200, typeof(RestrictionDocument), Versioned = true)]
    [Fails("EC43*", "EC15*")]
    public async Task<IResult> LiftAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/restrictions/{id}/lift")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        return await ActAsync<ReasonBody>(
            request,
            id,
            (caller, body) => desk.LiftAsync(id, caller.Id, body.Reason, VersionTag.Expected(request), client, cancellation),
            cancellation);
    }

    private async Task<IResult> ActAsync<TBody>(
        HttpRequest request, string id, Func<Caller, TBody, Task<CaseAnswer<Restriction>>> act, CancellationToken cancellation)
        where TBody : class, ICaseBody
    {
        var caller = Callers.Of(request);
        if (await FindAsync(caller, id, cancellation) is null) return Problems.Of(SanctionErrors.Unknown);
        var (body, refusal) = await CaseBody.ReadAsync<TBody>(request, cancellation);
        if (refusal is not null) return refusal;
        var answer = await act(caller, body!);
        return answer.Error is { } error
            ? Problems.Of(error)
            : CaseReplies.Document(request, await DocumentAsync(id, answer, cancellation), answer.Version);
    }

    private async Task<(SanctionTarget? Target, Append? Also, ErrorDefinition? Error)> TargetAsync(
        Caller caller, RestrictBody body, CancellationToken cancellation)
    {
        if (body.Sanction is { } followed)
        {
            var file = await sanctions.LoadAsync(followed, cancellation);
            if (file.Sanction.Target is not { } target || !(file.Sanction.Implementers.Contains(caller.Id) || file.Sanction.Initiator == caller.Id))
                return (null, null, SanctionErrors.Unknown);
            return file.Sanction.LiftedAt is null ? (target, null, null) : (null, null, SanctionErrors.AlreadyLifted);
        }

        var (subject, also) = await subjects.FindAsync(CaseSubjects.NumberOf(body.Enterprise)!.Value, cancellation);
        return (new SanctionTarget(subject, caller.Department.Jurisdiction, body.List!, body.Cause!), also, null);
    }

    private async Task<CaseAnswer<Restriction>?> FindAsync(Caller caller, string id, CancellationToken cancellation)
    {
        if (!CaseIds.IsId(id)) return null;
        var found = await desk.LoadAsync(id, cancellation);
        if (found.State.Decision is not { } decided) return null;
        if (caller.Reaches(decided.By, decided.Target.Jurisdiction)) return found;
        return decided.Sanction is { } sanction && await SeesSanctionAsync(caller, sanction[Instances.OfSanction(string.Empty).Length..], cancellation)
            ? found
            : null;
    }

    /// <summary>Whether the caller is the sanction's initiator or supervises it: an implementer does not see what another decided.</summary>
    private async Task<bool> SeesSanctionAsync(Caller caller, string sanction, CancellationToken cancellation) =>
        CaseIds.IsId(sanction)
        && (await sanctions.LoadAsync(sanction, cancellation)).Sanction is { Target: { } target, Initiator: { } initiator }
        && caller.Reaches(initiator, target.Jurisdiction);

    private async Task<RestrictionDocument> DocumentAsync(string id, CaseAnswer<Restriction> found, CancellationToken cancellation)
    {
        var decided = found.State.Decision!;
        return new RestrictionDocument(
            id,
            await replies.EnterpriseAsync(decided.Target.Subject, cancellation),
            decided.Target.List,
            decided.Target.Cause,
            decided.Sanction?[Instances.OfSanction(string.Empty).Length..],
            replies.Department(decided.By),
            decided.DecidedOn,
            decided.Measure,
            found.State.Phase,
            found.State.Feedback?.At,
            found.State.Feedback?.ResultDigest,
            await replies.DutiesAsync(Instances.OfRestriction(id), cancellation),
            found.Version);
    }
}
