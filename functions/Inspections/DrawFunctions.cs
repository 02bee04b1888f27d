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

/// <summary>Draws by lot: a seed is committed to, then published with what it drew; each inspection has its result.</summary>
public sealed class DrawFunctions(
    InspectionDesk desk, CaseSubjects subjects, DepartmentRegister departments, ICaseIndex index, CaseReplies replies)
{
    /// <summary>The caller, who leads, commits to a seed.</summary>
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

        var command = new DrawCommand.Commit(
            default, [caller.Id, .. joining], caller.Department.Jurisdiction, body.Matter, body.SeedDigest, body.ListsDigest);
        var id = CaseIds.Of("draw", caller.Id, CaseIds.KeyOf(request), [.. joining, body.Matter, body.SeedDigest, body.ListsDigest]);
        return await AnswerAsync(request, id, await desk.CommitAsync(id, command, cancellation), cancellation);
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

    /// <summary>The leading department publishes the seed and what it drew.</summary>
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
        List<string> drawn = [];
        foreach (var number in body!.Enterprises) drawn.Add((await subjects.FindAsync(CaseSubjects.NumberOf(number)!.Value, cancellation)).Subject);
        var answer = await desk.ActAsync(
            id,
            now => new DrawCommand.Draw(now, caller.Id, body.Seed, [.. drawn.Distinct()], [.. body.Inspectors.Distinct()]),
            VersionTag.Expected(request),
            cancellation);
        return await AnswerAsync(request, id, answer, cancellation);
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
            drawing?.Seed,
            [.. (drawing?.Subjects ?? []).Select(subject => new DrawnDocument(enterprises[subject], found.State.Results.GetValueOrDefault(subject)))],
            drawing?.Inspectors ?? [],
            found.Version);
    }
}
