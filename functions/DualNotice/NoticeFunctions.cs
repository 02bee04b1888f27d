using EntCredit.Domain.Departments;
using EntCredit.Domain.DualNotice;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.DualNotice;
using EntCredit.Orchestrations;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.DualNotice;

/// <summary>双告知: begun by the registrar, read by who has to do with it. For anybody else a notice is not there (404).</summary>
public sealed class NoticeFunctions(NoticeDesk desk, NoticeDoor door, CaseSubjects subjects, ICaseIndex index)
{
    /// <summary>The registrar tells the applicant, and pushes the registration to an approver or lays it out for claiming: all of it, or none.</summary>
    [Function("BeginNotice")]
    [Access(Reach.Own, DepartmentRole.Registrar)]
    [Parameter(CaseIds.KeyHeader, "幂等键：同一键同一内容只办理一次", Header = true)]
    [Takes(typeof(BeginNoticeBody))]
    [Answers(200, typeof(NoticeDocument), Versioned = true)]
    [Answers(201, typeof(NoticeDocument), Versioned = true)]
    [Fails("EC44*", "EC15*")]
    public async Task<IResult> BeginAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/dual-notices")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var (body, refusal) = await CaseBody.ReadAsync<BeginNoticeBody>(request, cancellation);
        if (refusal is not null) return refusal;
        var (subject, also) = await subjects.FindAsync(CaseSubjects.NumberOf(body!.Enterprise)!.Value, cancellation);
        var about = new Registration(body.Record, subject, caller.Department.Jurisdiction, caller.Id, body.ApprovalItem);

        // One registration may need several approvals: each is a notice of its own, with one addressee at a time.
        var id = CaseIds.Of("dual-notice", caller.Id, CaseIds.KeyOf(request), [subject, body.Record, body.ApprovalItem]);
        var answer = await desk.BeginAsync(
            id, new CaseOrigin(about.Jurisdiction, subject, also), about, now => body.Commands(now, about), client, cancellation);
        return CaseReplies.RefusalOf(request, answer, answer.State.Phase is NoticePhase.Finished or NoticePhase.Deregistered) is { } error
            ? Problems.Of(error)
            : CaseReplies.Document(request, await door.DocumentAsync(id, answer, cancellation), answer.Version, answer.Began);
    }

    /// <summary>The caller's notices, newest first; <c>open=true</c> gives what approvers of its jurisdiction may claim; <c>scope=jurisdiction</c> for who supervises.</summary>
    [Function("ListNotices")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("after", "上一页的 next")]
    [Parameter("scope", "jurisdiction：本地全部（市场监管、审计）", OneOf = ["jurisdiction"])]
    [Parameter("open", "只列出可以认领的", OneOf = ["true"])]
    [Answers(200, typeof(CasePage<NoticeDocument>))]
    [Fails("EC1002")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/dual-notices")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        if (CaseScope.Of(request, caller) is not { } scope) return Problems.Of(SystemErrors.Forbidden);
        if (request.Query["open"] == "true") scope = new CaseScope(CasePart.Open, caller.Department.Jurisdiction);
        var streams = await index.FindAsync(
            CaseKind.DualNotice, scope.Part ?? CasePart.Party, scope.Key, CaseReplies.After(request), CaseReplies.PageSize, cancellation);
        List<NoticeDocument> items = [];
        foreach (var stream in streams)
        {
            // Who sent a notice back long ago, or may not claim, finds it by its own list only while it is there for it.
            var id = stream[Instances.OfNotice(string.Empty).Length..];
            if (await door.FindAsync(caller, id, cancellation) is { } found) items.Add(await door.DocumentAsync(id, found, cancellation));
        }

        return CaseReplies.Page(items, streams);
    }

    /// <summary>A notice with its duties, as whom it concerns sees it.</summary>
    [Function("GetNotice")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("id", "案件编号")]
    [Answers(200, typeof(NoticeDocument), Versioned = true)]
    [Fails("EC44*")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/dual-notices/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        await door.FindAsync(Callers.Of(request), id, cancellation) is { } found
            ? CaseReplies.Document(request, await door.DocumentAsync(id, found, cancellation), found.Version)
            : Problems.Of(NoticeErrors.Unknown);
}
