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
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Sanctions;

/// <summary>
/// 联合惩戒: started and pushed, received, applied, lifted. Its initiator and who supervises see every department; an implementer its own share;
/// for anybody else it is not there (404).
/// </summary>
public sealed class SanctionFunctions(SanctionDesk desk, CaseSubjects subjects, ICaseIndex index, CaseReplies replies)
{
    /// <summary>Starts a sanction and pushes it to its implementers. With <c>Idempotency-Key</c> the same key is the same sanction.</summary>
    [Function("InitiateSanction")]
    [Access(Reach.Own, DepartmentRole.Provider, DepartmentRole.Registrar, DepartmentRole.MarketSupervision, DepartmentRole.Approver, DepartmentRole.Court)]
    [Parameter(CaseIds.KeyHeader, "幂等键：同一键同一内容只办理一次", Header = true)]
    [Takes(typeof(InitiateBody))]
    [Answers(200, typeof(SanctionDocument), Versioned = true)]
    [Answers(201, typeof(SanctionDocument), Versioned = true)]
    [Fails("EC43*", "EC15*")]
    public async Task<IResult> InitiateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/sanctions")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var (body, refusal) = await CaseBody.ReadAsync<InitiateBody>(request, cancellation);
        if (refusal is not null) return refusal;

        var (subject, also) = await subjects.FindAsync(CaseSubjects.NumberOf(body!.Enterprise)!.Value, cancellation);
        var target = new SanctionTarget(subject, caller.Department.Jurisdiction, body.List, body.Cause);
        var id = CaseIds.Of(
            "sanction", caller.Id, CaseIds.KeyOf(request), [subject, body.List, body.Cause, .. body.Implementers.Distinct().Order(StringComparer.Ordinal)]);
        var answer = await desk.InitiateAsync(
            id,
            new CaseOrigin(target.Jurisdiction, subject, also),
            new SanctionCommand.Initiate(default, caller.Id, target, body.Implementers, [.. (body.Persons ?? []).Select(person => person.Person)]),
            client,
            cancellation);
        return CaseReplies.RefusalOf(request, answer, answer.State.Sanction.LiftedAt is not null) is { } error
            ? Problems.Of(error)
            : CaseReplies.Document(request, await DocumentAsync(answer.State, null, cancellation), answer.Version, answer.Began);
    }

    /// <summary>
    /// The caller's sanctions, newest first: <c>role</c> is <c>initiator</c>, <c>implementer</c>, or nothing for both; <c>scope=jurisdiction</c> gives who
    /// supervises all of its jurisdiction.
    /// </summary>
    [Function("ListSanctions")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("after", "上一页的 next")]
    [Parameter("scope", "jurisdiction：本地全部（市场监管、审计）", OneOf = ["jurisdiction"])]
    [Parameter("role", "本部门在其中的身份", OneOf = ["initiator", "implementer"])]
    [Answers(200, typeof(CasePage<SanctionDocument>))]
    [Fails("EC1002", "EC1005")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/sanctions")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        CasePart? part = request.Query["role"].ToString() switch
        {
            "" => CasePart.Party,
            "initiator" => CasePart.Initiator,
            "implementer" => CasePart.Implementer,
            _ => null,
        };
        if (part is null) return Problems.Of(SystemErrors.Parameter, "role", "initiator、implementer");
        if (CaseScope.Of(request, caller) is not { } scope) return Problems.Of(SystemErrors.Forbidden);
        var streams = await index.FindAsync(
            CaseKind.Sanction, scope.Part ?? part.Value, scope.Key, CaseReplies.After(request), CaseReplies.PageSize, cancellation);
        List<SanctionDocument> items = [];
        foreach (var stream in streams)
        {
            var file = await desk.LoadAsync(stream[Instances.OfSanction(string.Empty).Length..], cancellation);
            items.Add(await DocumentAsync(file, ShareOf(caller, file), cancellation));
        }

        return CaseReplies.Page(items, streams);
    }

    /// <summary>A sanction with what became of it in each department that the caller may see.</summary>
    [Function("GetSanction")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("id", "案件编号")]
    [Answers(200, typeof(SanctionDocument), Versioned = true)]
    [Fails("EC43*")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/sanctions/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        return await FindAsync(caller, id, cancellation) is { } file
            ? CaseReplies.Document(request, await DocumentAsync(file, ShareOf(caller, file), cancellation), file.VersionFor(ShareOf(caller, file)))
            : Problems.Of(SanctionErrors.Unknown);
    }

    /// <summary>责任人员 whom it restricts too: for its initiator, its implementers and who supervises; kept apart from the chain, and never public.</summary>
    [Function("GetSanctionPersons")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision)]
    [Parameter("id", "案件编号")]
    [Answers(200, typeof(PersonsDocument))]
    [Fails("EC43*")]
    public async Task<IResult> PersonsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/sanctions/{id}/persons")] HttpRequest request,
        string id,
        CancellationToken cancellation)
    {
        if (await FindAsync(Callers.Of(request), id, cancellation) is null) return Problems.Of(SanctionErrors.Unknown);
        return ApiJson.Ok(new PersonsDocument([.. (await desk.PersonsAsync(id, cancellation)).Select(person => new PersonBody(person.Name, person.IdNumber, person.Post))]));
    }

    /// <summary>Receives and downloads it (T12).</summary>
    [Function("ReceiveSanction")]
    [Access(Reach.Own)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Answers(200, typeof(SanctionDocument), Versioned = true)]
    [Fails("EC43*", "EC15*")]
    public Task<IResult> ReceiveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/sanctions/{id}/receive")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        AnswerAsync(request, id, (now, by) => new DeliveryCommand.Receive(now, by), client, cancellation);

    /// <summary>Says how it was applied (应用结果反馈).</summary>
    [Function("ApplySanction")]
    [Access(Reach.Own)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(ResultBody))]
    [Answers(200, typeof(SanctionDocument), Versioned = true)]
    [Fails("EC43*", "EC15*")]
    public async Task<IResult> ApplyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/sanctions/{id}/apply")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (await FindAsync(Callers.Of(request), id, cancellation) is null) return Problems.Of(SanctionErrors.Unknown);
        var (body, refusal) = await CaseBody.ReadAsync<ResultBody>(request, cancellation);
        if (refusal is not null) return refusal;
        var digest = CaseIds.DigestOf(body!.Result);
        return await AnswerAsync(request, id, (now, by) => new DeliveryCommand.Apply(now, by, digest), client, cancellation);
    }

    /// <summary>Knows of its lifting.</summary>
    [Function("ReceiveSanctionLifting")]
    [Access(Reach.Own)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Answers(200, typeof(SanctionDocument), Versioned = true)]
    [Fails("EC43*", "EC15*")]
    public Task<IResult> ReceiveLiftingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/sanctions/{id}/receive-lifting")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        AnswerAsync(request, id, (now, by) => new DeliveryCommand.ReceiveLifting(now, by), client, cancellation);

    /// <summary>Pushes it to further departments.</summary>
    [Function("ExtendSanction")]
    [Access(Reach.Own)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(ExtendBody))]
    [Answers(200, typeof(SanctionDocument), Versioned = true)]
    [Fails("EC43*", "EC15*")]
    public async Task<IResult> ExtendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/sanctions/{id}/extend")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        return await InitiatorAsync<ExtendBody>(
            request,
            id,
            (caller, body) => desk.ExtendAsync(id, caller.Id, body.Implementers, VersionTag.Expected(request), client, cancellation),
            cancellation);
    }

    /// <summary>Lifts it at once, for everyone who received it, with the restrictions that follow from it.</summary>
    [Function("LiftSanction")]
    [Access(Reach.Own)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(ReasonBody))]
    [Answers(200, typeof(SanctionDocument), Versioned = true)]
    [Fails("EC43*", "EC15*")]
    public async Task<IResult> LiftAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/sanctions/{id}/lift")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        return await InitiatorAsync<ReasonBody>(
            request,
            id,
            (caller, body) => desk.LiftAsync(id, caller.Id, body.Reason, VersionTag.Expected(request), client, cancellation),
            cancellation);
    }

    private async Task<IResult> InitiatorAsync<TBody>(
        HttpRequest request, string id, Func<Caller, TBody, Task<CaseAnswer<SanctionFile>>> act, CancellationToken cancellation)
        where TBody : class, ICaseBody
    {
        var caller = Callers.Of(request);
        if (await FindAsync(caller, id, cancellation) is null) return Problems.Of(SanctionErrors.Unknown);
        var (body, refusal) = await CaseBody.ReadAsync<TBody>(request, cancellation);
        if (refusal is not null) return refusal;
        var answer = await act(caller, body!);
        return answer.Error is { } error
            ? Problems.Of(error)
            : CaseReplies.Document(request, await DocumentAsync(answer.State, null, cancellation), answer.Version);
    }

    private async Task<IResult> AnswerAsync(
        HttpRequest request, string id, Func<DateTimeOffset, string, DeliveryCommand> command, DurableTaskClient client, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        if (await FindAsync(caller, id, cancellation) is not { } file) return Problems.Of(SanctionErrors.Unknown);
        if (!file.Sanction.Implementers.Contains(caller.Id)) return Problems.Of(SanctionErrors.NotYours);
        var share = ShareOf(caller, file);
        ErrorDefinition? error = await desk.AnswerAsync(
            id, caller.Id, share, now => command(now, caller.Id), VersionTag.Expected(request), client, cancellation);
        if (error is not null) return Problems.Of(error);
        file = await desk.LoadAsync(id, cancellation);
        return CaseReplies.Document(request, await DocumentAsync(file, share, cancellation), file.VersionFor(share));
    }

    private async Task<SanctionFile?> FindAsync(Caller caller, string id, CancellationToken cancellation)
    {
        if (!CaseIds.IsId(id)) return null;
        var file = await desk.LoadAsync(id, cancellation);
        return file.Sanction.Target is { } target
            && (caller.Reaches(file.Sanction.Initiator!, target.Jurisdiction) || file.Sanction.Implementers.Contains(caller.Id))
            ? file
            : null;
    }

    /// <summary>The department whose share alone the caller sees; null where it sees all.</summary>
    private static string? ShareOf(Caller caller, SanctionFile file) =>
        caller.Reaches(file.Sanction.Initiator!, file.Sanction.Target!.Jurisdiction) ? null : caller.Id;

    private async Task<SanctionDocument> DocumentAsync(SanctionFile file, string? share, CancellationToken cancellation)
    {
        List<DeliveryDocument> deliveries = [];
        foreach (var (department, delivery) in file.Deliveries.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (share is not null && department != share) continue;
            deliveries.Add(new DeliveryDocument(
                replies.Department(department),
                delivery.Phase,
                delivery.Push?.At,
                delivery.ReceivedAt,
                delivery.Application,
                await replies.DutiesAsync(Instances.OfSanctionDelivery(file.Id, department), cancellation)));
        }

        var target = file.Sanction.Target!;
        return new SanctionDocument(
            file.Id,
            await replies.EnterpriseAsync(target.Subject, cancellation),
            target.List,
            target.Cause,
            replies.Department(file.Sanction.Initiator!),
            file.Began!.At,
            file.Sanction.LiftedAt,
            deliveries,
            file.VersionFor(share));
    }
}
