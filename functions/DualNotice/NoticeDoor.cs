using EntCredit.Domain.Departments;
using EntCredit.Domain.DualNotice;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.DualNotice;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.DualNotice;

/// <summary>What every function about notices does alike: who sees one, asking it, and answering.</summary>
public sealed class NoticeDoor(NoticeDesk desk, CaseReplies replies)
{
    /// <summary>The notice, where the caller sees it: its registrar, its approver, an approver of the jurisdiction while it lies open, who supervises.</summary>
    public async Task<CaseAnswer<Notice>?> FindAsync(Caller caller, string id, CancellationToken cancellation)
    {
        if (!CaseIds.IsId(id)) return null;
        var found = await desk.LoadAsync(id, cancellation);
        return found.State.About is { } about
            && (caller.Reaches(about.Registrar, about.Jurisdiction) || caller.Id == found.State.Approver || caller.Id == found.State.ReturnedBy
                || (found.State.Open && caller.Has(DepartmentRole.Approver) && caller.Department.Jurisdiction == about.Jurisdiction))
            ? found
            : null;
    }

    /// <summary>Asks one thing of a notice that the caller sees.</summary>
    public async Task<IResult> ActAsync(
        HttpRequest request,
        string id,
        Func<DateTimeOffset, string, Registration, NoticeCommand> command,
        DurableTaskClient client,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        if (await FindAsync(caller, id, cancellation) is not { } found) return Problems.Of(NoticeErrors.Unknown);
        var answer = await desk.ActAsync(
            id, now => command(now, caller.Id, found.State.About!), VersionTag.Expected(request), client, cancellation);
        return answer.Error is { } error
            ? Problems.Of(error)
            : CaseReplies.Document(request, await DocumentAsync(id, answer, cancellation), answer.Version);
    }

    /// <summary>The same with a body.</summary>
    public async Task<IResult> ActAsync<TBody>(
        HttpRequest request,
        string id,
        Func<DateTimeOffset, string, Registration, TBody, NoticeCommand> command,
        DurableTaskClient client,
        CancellationToken cancellation)
        where TBody : class, ICaseBody
    {
        if (await FindAsync(Callers.Of(request), id, cancellation) is null) return Problems.Of(NoticeErrors.Unknown);
        var (body, refusal) = await CaseBody.ReadAsync<TBody>(request, cancellation);
        return refusal ?? await ActAsync(request, id, (now, by, about) => command(now, by, about, body!), client, cancellation);
    }

    /// <summary>The notice as departments see it.</summary>
    public async Task<NoticeDocument> DocumentAsync(string id, CaseAnswer<Notice> found, CancellationToken cancellation)
    {
        var state = found.State;
        var about = state.About!;
        return new NoticeDocument(
            id,
            await replies.EnterpriseAsync(about.Subject, cancellation),
            about.Record,
            about.ApprovalItem,
            replies.Department(about.Registrar),
            state.Approver is { } approver ? replies.Department(approver) : null,
            state.Phase,
            state.ApplicantTold,
            state.Commitment,
            state.ClaimedAt,
            state.AcknowledgedAt,
            state.ReturnedBy is { } returned ? replies.Department(returned) : null,
            state.Completion?.CompletedOn,
            state.Completion?.Outcome,
            state.ResultFedBack,
            state.Checks.Count,
            await replies.DutiesAsync(Instances.OfNotice(id), cancellation),
            found.Version);
    }
}
