using EntCredit.Domain.Departments;
using EntCredit.Domain.DualNotice;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.OpenApi;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.DualNotice;

/// <summary>What the approver does about a notice.</summary>
public sealed class ApproverFunctions(NoticeDoor door)
{
    /// <summary>Claims and downloads it (认领下载, T9).</summary>
    [Function("ClaimNotice")]
    [Access(Reach.Own, DepartmentRole.Approver)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Answers(200, typeof(NoticeDocument), Versioned = true)]
    [Fails("EC44*", "EC15*")]
    public Task<IResult> ClaimAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/dual-notices/{id}/claim")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        door.ActAsync(request, id, (now, by, about) => new NoticeCommand.Claim(now, by), client, cancellation);

    /// <summary>Says that it was received (在线反馈信息接收情况, T9).</summary>
    [Function("AcknowledgeNotice")]
    [Access(Reach.Own, DepartmentRole.Approver)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Answers(200, typeof(NoticeDocument), Versioned = true)]
    [Fails("EC44*", "EC15*")]
    public Task<IResult> AcknowledgeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/dual-notices/{id}/acknowledge")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        door.ActAsync(request, id, (now, by, about) => new NoticeCommand.Acknowledge(now, by), client, cancellation);

    /// <summary>Sends it back, with the reason.</summary>
    [Function("ReturnNotice")]
    [Access(Reach.Own, DepartmentRole.Approver)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(ReasonBody))]
    [Answers(200, typeof(NoticeDocument), Versioned = true)]
    [Fails("EC44*", "EC15*")]
    public Task<IResult> ReturnAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/dual-notices/{id}/return")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        door.ActAsync<ReasonBody>(request, id, (now, by, about, said) => new NoticeCommand.Return(now, by, said.Reason), client, cancellation);

    /// <summary>The approval or filing ended (办结).</summary>
    [Function("CompleteNotice")]
    [Access(Reach.Own, DepartmentRole.Approver)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(CompleteBody))]
    [Answers(200, typeof(NoticeDocument), Versioned = true)]
    [Fails("EC44*", "EC15*")]
    public Task<IResult> CompleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/dual-notices/{id}/complete")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        door.ActAsync<CompleteBody>(request, id, (now, by, about, said) => new NoticeCommand.Complete(now, by, said.CompletedOn, said.Outcome), client, cancellation);

    /// <summary>Feeds its result back (T10).</summary>
    [Function("FeedBackNoticeResult")]
    [Access(Reach.Own, DepartmentRole.Approver)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Answers(200, typeof(NoticeDocument), Versioned = true)]
    [Fails("EC44*", "EC15*")]
    public Task<IResult> ResultAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/dual-notices/{id}/result")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        door.ActAsync(request, id, (now, by, about) => new NoticeCommand.FeedBackResult(now, by), client, cancellation);

    /// <summary>Feeds back an on-site check (T11).</summary>
    [Function("FeedBackNoticeCheck")]
    [Access(Reach.Own, DepartmentRole.Approver)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(CheckBody))]
    [Answers(200, typeof(NoticeDocument), Versioned = true)]
    [Fails("EC44*", "EC15*")]
    public Task<IResult> CheckAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/dual-notices/{id}/check")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        door.ActAsync<CheckBody>(request, id, (now, by, about, said) => new NoticeCommand.FeedBackCheck(now, by, said.CheckedOn, CaseIds.DigestOf(said.Result)), client, cancellation);
}
