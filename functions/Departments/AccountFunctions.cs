using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Departments;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Departments;

/// <summary>Applications for accounts, as market supervision of the same level answers them (C14; 湘商改〔2016〕7号 第四条, 新会区方案 二(三)2).</summary>
public sealed class AccountFunctions(AccountDesk desk, ICaseIndex index, CaseReplies replies, [FromKeyedServices("machine")] TimeProvider machine)
{
    /// <summary>The applications of the caller's jurisdiction, newest first; with <c>open=true</c> those that wait for the caller's answer.</summary>
    [Function("ListAccounts")]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Parameter("open", "只列出等待本部门答复的", OneOf = ["true"])]
    [Parameter("after", "上一页的 next")]
    [Answers(200, typeof(CasePage<AccountDocument>))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/accounts")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var (part, key) = request.Query["open"] == "true" ? (CasePart.Awaits, caller.Id) : (CasePart.Jurisdiction, caller.Department.Jurisdiction);
        var streams = await index.FindAsync(CaseKind.Account, part, key, CaseReplies.After(request), CaseReplies.PageSize, cancellation);
        List<AccountDocument> items = [];
        foreach (var id in streams.Select(stream => stream[Instances.OfAccount(string.Empty).Length..]))
            if (await FindAsync(caller, id, cancellation) is { } found) items.Add(await DocumentAsync(caller, id, found, cancellation));
        return CaseReplies.Page(items, streams);
    }

    /// <summary>An application; who answers for it is there for who answers it.</summary>
    [Function("GetAccount")]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Parameter("id", "申请编号")]
    [Answers(200, typeof(AccountDocument), Versioned = true)]
    [Fails("EC1213")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/accounts/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        return await FindAsync(caller, id, cancellation) is { } found
            ? CaseReplies.Document(request, await DocumentAsync(caller, id, found, cancellation), found.Version)
            : Problems.Of(AccountErrors.Unknown);
    }

    /// <summary>Issues the account: its applicant may fetch a key.</summary>
    [Function("IssueAccount")]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision)]
    [Parameter("id", "申请编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(IssueAccountBody))]
    [Answers(200, typeof(AccountDocument), Versioned = true)]
    [Fails("EC1203", "EC121*", "EC15*")]
    public Task<IResult> IssueAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/accounts/{id}/issue")] HttpRequest request, string id, CancellationToken cancellation) =>
        AnswerAsync<IssueAccountBody>(
            request,
            id,
            (now, by, body) => new AccountCommand.Issue(now, by, body.Department, body.Until ?? LegalZone.DayOf(machine.GetUtcNow()).AddYears(1), machine.GetUtcNow()),
            cancellation);

    /// <summary>Refuses it, with the reason.</summary>
    [Function("RefuseAccount")]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision)]
    [Parameter("id", "申请编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(ReasonBody))]
    [Answers(200, typeof(AccountDocument), Versioned = true)]
    [Fails("EC121*", "EC15*")]
    public Task<IResult> RefuseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/accounts/{id}/refuse")] HttpRequest request, string id, CancellationToken cancellation) =>
        AnswerAsync<ReasonBody>(request, id, (now, by, body) => new AccountCommand.Refuse(now, by, body.Reason), cancellation);

    private async Task<IResult> AnswerAsync<TBody>(
        HttpRequest request, string id, Func<DateTimeOffset, string, TBody, AccountCommand> command, CancellationToken cancellation)
        where TBody : class, ICaseBody
    {
        var caller = Callers.Of(request);
        if (await FindAsync(caller, id, cancellation) is null) return Problems.Of(AccountErrors.Unknown);
        var (body, refusal) = await CaseBody.ReadAsync<TBody>(request, cancellation);
        if (refusal is not null) return refusal;
        var answer = await desk.AnswerAsync(id, VersionTag.Expected(request), now => command(now, caller.Id, body!), cancellation);
        return answer.Error is { } error
            ? Problems.Of(error)
            : CaseReplies.Document(request, await DocumentAsync(caller, id, answer, cancellation), answer.Version);
    }

    private async Task<CaseAnswer<AccountApplication>?> FindAsync(Caller caller, string id, CancellationToken cancellation)
    {
        var found = await desk.LoadAsync(id, cancellation);
        return found.State.Applied is { } applied && caller.Reaches(applied.With, applied.Jurisdiction) ? found : null;
    }

    private async Task<AccountDocument> DocumentAsync(Caller caller, string id, CaseAnswer<AccountApplication> found, CancellationToken cancellation)
    {
        var state = found.State;
        var applied = state.Applied!;
        return new AccountDocument(
            id,
            state.Phase,
            replies.Department(applied.With),
            applied.Name,
            applied.Level,
            applied.Role,
            applied.Purpose,
            applied.At,
            state.Refusal?.At ?? state.Issue?.At,
            state.Refusal?.Reason,
            state.Issue is { } issue ? replies.Department(issue.Department) : null,
            state.Issue?.Until,
            state.Key,
            caller.Id == applied.With ? await desk.ContactAsync(id, cancellation) : null,
            found.Version);
    }
}
