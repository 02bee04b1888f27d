using EntCredit.Domain.Departments;
using EntCredit.Domain.Inspections;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Inspections;
using EntCredit.Orchestrations;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Inspections;

/// <summary>Draws by lot: a seed is committed to with the lists frozen, then published with what it drew; each inspection has its result.</summary>
public sealed class DrawFunctions(
    InspectionDesk desk, DrawDesk draws, CaseSubjects subjects, DepartmentRegister departments, ICaseIndex index, CaseReplies replies)
{
    /// <summary>The caller, who leads, announces a draw: commits to a seed and freezes the lists.</summary>
    [Function("CommitDraw")]
    [Access(Reach.Own, DepartmentRole.Provider, DepartmentRole.Registrar, DepartmentRole.MarketSupervision, DepartmentRole.Approver)]
    [Parameter(CaseIds.KeyHeader, "幂等键：同一键同一内容只办理一次", Header = true)]
    [Takes(typeof(CommitBody))]
    [Answers(200, typeof(DrawDocument), Versioned = true)]
    [Answers(201, typeof(DrawDocument), Versioned = true)]
    [Fails("EC45*", "EC15*")]
    public async Task<IResult> CommitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/inspections/draws")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var (body, refusal) = await CaseBody.ReadAsync<CommitBody>(request, cancellation);
        if (refusal is not null) return refusal;
        var joining = (body!.Joining ?? []).Where(id => id != caller.Id).Distinct().Order(StringComparer.Ordinal).ToList();
        if (joining.Any(id => departments.Find(id)?.Jurisdiction != caller.Department.Jurisdiction)) return Problems.Of(CaseErrors.Body, "joining");

        List<string> classes = [.. (body.OnlyClasses ?? []).Distinct().Order(StringComparer.Ordinal)];
        var announced = new DrawAnnouncement(
            [caller.Id, .. joining], caller.Department.Jurisdiction, body.Matter, body.SeedDigest, body.Subjects, body.InspectorsEach, classes);
        var id = CaseIds.Of("draw", caller.Id, CaseIds.KeyOf(request), [.. joining, body.Matter, body.SeedDigest]);
        return await AnswerAsync(request, id, await draws.AnnounceAsync(id, announced, cancellation), cancellation);
    }

    /// <summary>The draws that the caller takes part in, newest first; <c>scope=jurisdiction</c> for who supervises.</summary>
    [Function("ListDraws")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("after", "上一页的 next")]
    [Parameter("scope", "jurisdiction：本地全部（市场监管、审计）", OneOf = ["jurisdiction"])]
    [Answers(200, typeof(CasePage<DrawDocument>))]
    [Fails("EC1002")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/inspections/draws")] HttpRequest request, CancellationToken cancellation)
    {
        if (CaseScope.Of(request, Callers.Of(request)) is not { } scope) return Problems.Of(SystemErrors.Forbidden);
        var streams = await index.FindAsync(
            CaseKind.Draw, scope.Part ?? CasePart.Party, scope.Key, CaseReplies.After(request), CaseReplies.PageSize, cancellation);
        List<DrawDocument> items = [];
        foreach (var stream in streams)
        {
            var id = stream[Instances.OfDraw(string.Empty).Length..];
            items.Add(await DocumentAsync(id, await desk.DrawAsync(id, cancellation), cancellation));
        }

        return CaseReplies.Page(items, streams);
    }

    /// <summary>A draw with what it drew and found.</summary>
    [Function("GetDraw")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("id", "案件编号")]
    [Answers(200, typeof(DrawDocument), Versioned = true)]
    [Fails("EC45*")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/inspections/draws/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        await FindAsync(Callers.Of(request), id, cancellation) is { } found
            ? await AnswerAsync(request, id, found, cancellation)
            : Problems.Of(InspectionErrors.Unknown);

    /// <summary>The leading department publishes the seed, once the day of the announcement is sealed: what it draws follows.</summary>
    [Function("PublishDraw")]
    [Access(Reach.Own)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(DrawBody))]
    [Answers(200, typeof(DrawDocument), Versioned = true)]
    [Fails("EC45*", "EC15*")]
    public async Task<IResult> DrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/inspections/draws/{id}/draw")] HttpRequest request,
        string id,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        if (await FindAsync(caller, id, cancellation) is null) return Problems.Of(InspectionErrors.Unknown);
        var (body, refusal) = await CaseBody.ReadAsync<DrawBody>(request, cancellation);
        if (refusal is not null) return refusal;
        return await AnswerAsync(request, id, await draws.OpenAsync(id, caller.Id, body!.Seed, VersionTag.Expected(request), cancellation), cancellation);
    }

    /// <summary>The result of one inspection. Its way to the public is the intake's.</summary>
    [Function("RecordInspectionResult")]
    [Access(Reach.Own)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(InspectionResultBody))]
    [Answers(200, typeof(DrawDocument), Versioned = true)]
    [Fails("EC45*", "EC15*")]
    public async Task<IResult> ResultAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/inspections/draws/{id}/results")] HttpRequest request,
        string id,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        if (await FindAsync(caller, id, cancellation) is null) return Problems.Of(InspectionErrors.Unknown);
        var (body, refusal) = await CaseBody.ReadAsync<InspectionResultBody>(request, cancellation);
        if (refusal is not null) return refusal;
        var (subject, _) = await subjects.FindAsync(CaseSubjects.NumberOf(body!.Enterprise)!.Value, cancellation);
        var answer = await desk.ActAsync(
            id,
            now => new DrawCommand.RecordResult(now, caller.Id, subject, body.InspectedOn, body.Outcome),
            VersionTag.Expected(request),
            cancellation);
        return await AnswerAsync(request, id, answer, cancellation);
    }

    private async Task<CaseAnswer<InspectionDraw>?> FindAsync(Caller caller, string id, CancellationToken cancellation)
    {
        if (!CaseIds.IsId(id)) return null;
        var found = await desk.DrawAsync(id, cancellation);
        return found.State.Commitment is { } committed
            && (committed.Departments.Contains(caller.Id) || caller.Reaches(committed.Departments[0], committed.Jurisdiction))
            ? found
            : null;
    }

    private async Task<IResult> AnswerAsync(HttpRequest request, string id, CaseAnswer<InspectionDraw> answer, CancellationToken cancellation) =>
        answer.Error is { } error
            ? Problems.Of(error)
            : CaseReplies.Document(request, await DocumentAsync(id, answer, cancellation), answer.Version, answer.Began);

    private async Task<DrawDocument> DocumentAsync(string id, CaseAnswer<InspectionDraw> found, CancellationToken cancellation)
    {
        var (committed, drawing) = (found.State.Commitment!, found.State.Drawing);
        var enterprises = await index.EnterprisesAsync([.. drawing?.Subjects ?? []], cancellation);
        return new DrawDocument(
            id,
            [.. committed.Departments.Select(replies.Department)],
            committed.Matter,
            found.State.Phase,
            committed.SeedDigest,
            committed.ListsDigest,
            committed.At,
            committed.Plan,
            drawing?.Seed,
            drawing?.Beacon,
            [.. (drawing?.Subjects ?? []).Select((subject, place) => new DrawnDocument(
                enterprises[subject], drawing!.Assignments?[place].Inspectors ?? [], found.State.Results.GetValueOrDefault(subject)))],
            drawing?.Inspectors ?? [],
            committed.Plan is null ? null : $"/api/v1/public/draws/{id}",
            found.Version);
    }
}
