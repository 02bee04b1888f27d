using EntCredit.Domain.Departments;
using EntCredit.Domain.Inspections;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Inspections;
using EntCredit.Orchestrations;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Inspections;

/// <summary>The lists of 双随机、一公开: each department's inspectors (T16), the jurisdiction's market entities (T17).</summary>
public sealed class RosterFunctions(InspectionDesk desk, DepartmentRegister departments, CaseReplies replies)
{
    /// <summary>The caller's roster.</summary>
    [Function("GetOwnRoster")]
    [Access(Reach.Own)]
    [Answers(200, typeof(RosterDocument), Versioned = true)]
    [Fails("EC45*")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/inspections/roster")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        return await AnswerAsync(request, caller.Id, await desk.RosterAsync(caller.Id, cancellation), cancellation);
    }

    /// <summary>A department's roster, for who supervises.</summary>
    [Function("GetRoster")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("id", "部门编号")]
    [Answers(200, typeof(RosterDocument), Versioned = true)]
    [Fails("EC45*")]
    public async Task<IResult> OfDepartmentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/inspections/rosters/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        departments.Find(id) is { } found && Callers.Of(request).Reaches(found.Id, found.Jurisdiction)
            ? await AnswerAsync(request, id, await desk.RosterAsync(id, cancellation), cancellation)
            : Problems.Of(InspectionErrors.Unknown);

    /// <summary>An inspector joined, left or changed: the roster is to be brought up to date within its period.</summary>
    [Function("ChangeRoster")]
    [Access(Reach.Own, DepartmentRole.Provider, DepartmentRole.Registrar, DepartmentRole.MarketSupervision, DepartmentRole.Approver)]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(RosterChangeBody))]
    [Answers(200, typeof(RosterDocument), Versioned = true)]
    [Fails("EC45*", "EC15*")]
    public async Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/inspections/roster/changes")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var (body, refusal) = await CaseBody.ReadAsync<RosterChangeBody>(request, cancellation);
        if (refusal is not null) return refusal;
        var answer = await desk.AskRosterAsync(
            caller.Id,
            caller.Department.Jurisdiction,
            now => new RosterCommand.Change(now, caller.Id, caller.Department.Jurisdiction, body!.ChangeId, body.ChangedOn, body.Inspector),
            VersionTag.Expected(request),
            client,
            cancellation);
        return await AnswerAsync(request, caller.Id, answer, cancellation);
    }

    /// <summary>The roster on the platform is brought up to date.</summary>
    [Function("UpdateRoster")]
    [Access(Reach.Own, DepartmentRole.Provider, DepartmentRole.Registrar, DepartmentRole.MarketSupervision, DepartmentRole.Approver)]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(RosterUpdateBody))]
    [Answers(200, typeof(RosterDocument), Versioned = true)]
    [Fails("EC45*", "EC15*")]
    public async Task<IResult> UpdateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/inspections/roster")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var (body, refusal) = await CaseBody.ReadAsync<RosterUpdateBody>(request, cancellation);
        if (refusal is not null) return refusal;
        var answer = await desk.AskRosterAsync(
            caller.Id,
            caller.Department.Jurisdiction,
            now => new RosterCommand.Update(now, caller.Id, body!.Digest) { Inspectors = body.Kept },
            VersionTag.Expected(request),
            client,
            cancellation);
        return await AnswerAsync(request, caller.Id, answer, cancellation);
    }

    /// <summary>The list of market entities of the caller's jurisdiction.</summary>
    [Function("GetEntityList")]
    [Access(Reach.Own)]
    [Answers(200, typeof(EntityListDocument), Versioned = true)]
    [Fails("EC45*")]
    public async Task<IResult> EntitiesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/inspections/entities")] HttpRequest request, CancellationToken cancellation)
    {
        var jurisdiction = Callers.Of(request).Department.Jurisdiction;
        return await AnswerAsync(request, jurisdiction, await desk.EntitiesAsync(jurisdiction, cancellation), cancellation);
    }

    /// <summary>Market supervision refreshed the list of market entities (T17).</summary>
    [Function("RefreshEntityList")]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision)]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(EntityListBody))]
    [Answers(200, typeof(EntityListDocument), Versioned = true)]
    [Fails("EC45*", "EC15*")]
    public async Task<IResult> RefreshAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/inspections/entities")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var (body, refusal) = await CaseBody.ReadAsync<EntityListBody>(request, cancellation);
        if (refusal is not null) return refusal;
        var jurisdiction = caller.Department.Jurisdiction;
        var command = new EntityListCommand.Refresh(default, caller.Id, jurisdiction, body!.Entities, body.ListDigest);
        return await AnswerAsync(request, jurisdiction, await desk.RefreshAsync(command, VersionTag.Expected(request), cancellation), cancellation);
    }

    private async Task<IResult> AnswerAsync(HttpRequest request, string department, CaseAnswer<Roster> answer, CancellationToken cancellation) =>
        answer.Error is { } error ? Problems.Of(error) : CaseReplies.Document(
            request,
            new RosterDocument(
                replies.Department(department),
                answer.State.Digest,
                answer.State.StaleSince,
                answer.State.Inspectors,
                await replies.DutiesAsync(Instances.OfRoster(department), cancellation),
                answer.Version),
            answer.Version);

    private async Task<IResult> AnswerAsync(HttpRequest request, string jurisdiction, CaseAnswer<EntityList> answer, CancellationToken cancellation) =>
        answer.Error is { } error ? Problems.Of(error) : CaseReplies.Document(
            request,
            new EntityListDocument(
                jurisdiction,
                answer.State.Last?.Day,
                answer.State.Last?.Entities,
                answer.State.Last?.ListDigest,
                await replies.DutiesAsync(Instances.OfEntityList(jurisdiction), cancellation),
                answer.Version),
            answer.Version);
}
