using EntCredit.Domain.Departments;
using EntCredit.Domain.Inspections;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Inspections;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Inspections;

/// <summary>随机抽查事项清单 (界政办〔2020〕5号 五(四)): what each department inspects by lot, and by which law.</summary>
public sealed class MatterFunctions(InspectionDesk desk, DepartmentRegister departments, CaseReplies replies)
{
    /// <summary>The caller's list of matters.</summary>
    [Function("GetMatters")]
    [Access(Reach.Own)]
    [Answers(200, typeof(MatterListDocument), Versioned = true)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/inspections/matters")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        return Answer(request, caller.Id, await desk.MattersAsync(caller.Id, cancellation));
    }

    /// <summary>A department's list of matters, for anybody: 公开随机抽查事项.</summary>
    [Function("GetPublicMatters")]
    [Public]
    [Parameter("id", "部门编号")]
    [Answers(200, typeof(MatterListDocument), Versioned = true)]
    [Fails("EC4501")]
    public async Task<IResult> PublicAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/public/inspections/matters/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        departments.Find(id) is null ? Problems.Of(InspectionErrors.Unknown) : Answer(request, id, await desk.MattersAsync(id, cancellation));

    /// <summary>Puts a matter on the caller's list, or changes its words.</summary>
    [Function("PutMatter")]
    [Access(Reach.Own, DepartmentRole.Provider, DepartmentRole.Registrar, DepartmentRole.MarketSupervision, DepartmentRole.Approver)]
    [Parameter("code", "事项编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(MatterBody))]
    [Answers(200, typeof(MatterListDocument), Versioned = true)]
    [Fails("EC45*", "EC15*")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/inspections/matters/{code}")] HttpRequest request, string code, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var (body, refusal) = await CaseBody.ReadAsync<MatterBody>(request, cancellation);
        if (refusal is not null) return refusal;
        if (!IsCode(code)) return Problems.Of(CaseErrors.Body, "code");
        var matter = new Matter(code, body!.Name, body.Basis);
        return await AskAsync(request, caller, now => new MatterCommand.Put(now, caller.Id, caller.Department.Jurisdiction, matter), cancellation);
    }

    /// <summary>Takes a matter off the caller's list. Draws that were announced go on.</summary>
    [Function("RemoveMatter")]
    [Access(Reach.Own, DepartmentRole.Provider, DepartmentRole.Registrar, DepartmentRole.MarketSupervision, DepartmentRole.Approver)]
    [Parameter("code", "事项编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Answers(200, typeof(MatterListDocument), Versioned = true)]
    [Fails("EC45*", "EC15*")]
    public async Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/v1/inspections/matters/{code}")] HttpRequest request, string code, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        return await AskAsync(request, caller, now => new MatterCommand.Remove(now, caller.Id, code), cancellation);
    }

    private static bool IsCode(string code) => CaseText.IsShort(code) && !code.Any(char.IsControl);

    private async Task<IResult> AskAsync(HttpRequest request, Caller caller, Func<DateTimeOffset, MatterCommand> command, CancellationToken cancellation) =>
        Answer(request, caller.Id, await desk.AskMattersAsync(caller.Id, caller.Department.Jurisdiction, command, VersionTag.Expected(request), cancellation));

    private IResult Answer(HttpRequest request, string department, CaseAnswer<MatterList> answer) =>
        answer.Error is { } error
            ? Problems.Of(error)
            : CaseReplies.Document(request, new MatterListDocument(replies.Department(department), [.. answer.State.Matters.Values], answer.Version), answer.Version);
}
