using EntCredit.Domain.Departments;
using EntCredit.Domain.DualNotice;
using EntCredit.Functions.Access;
using EntCredit.Functions.OpenApi;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.DualNotice;

/// <summary>What the registrar does about a notice.</summary>
public sealed class RegistrarFunctions(NoticeDoor door)
{
    /// <summary>The applicant was told (告知申请人).</summary>
    [Function("TellApplicant")]
    [Access(Reach.Own, DepartmentRole.Registrar)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(TellBody))]
    [Answers(200, typeof(NoticeDocument), Versioned = true)]
    [Fails("EC44*", "EC15*")]
    public Task<IResult> TellAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/dual-notices/{id}/tell")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        door.ActAsync<TellBody>(request, id, (now, by, about, said) => new NoticeCommand.TellApplicant(now, about, by, said.Commitment), client, cancellation);

    /// <summary>The registrar confirms by hand whose it is, after it was sent back.</summary>
    [Function("ConfirmApprover")]
    [Access(Reach.Own, DepartmentRole.Registrar)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(ApproverBody))]
    [Answers(200, typeof(NoticeDocument), Versioned = true)]
    [Fails("EC44*", "EC15*")]
    public Task<IResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/dual-notices/{id}/confirm")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        door.ActAsync<ApproverBody>(request, id, (now, by, about, said) => new NoticeCommand.ConfirmApprover(now, by, said.Approver), client, cancellation);

    /// <summary>Pushes it to an approver (again).</summary>
    [Function("PushNotice")]
    [Access(Reach.Own, DepartmentRole.Registrar)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Takes(typeof(ApproverBody))]
    [Answers(200, typeof(NoticeDocument), Versioned = true)]
    [Fails("EC44*", "EC15*")]
    public Task<IResult> PushAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/dual-notices/{id}/push")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        door.ActAsync<ApproverBody>(request, id, (now, by, about, said) => new NoticeCommand.Push(now, about, by, said.Approver), client, cancellation);

    /// <summary>Lays it out for claiming.</summary>
    [Function("OpenNotice")]
    [Access(Reach.Own, DepartmentRole.Registrar)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Answers(200, typeof(NoticeDocument), Versioned = true)]
    [Fails("EC44*", "EC15*")]
    public Task<IResult> OpenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/dual-notices/{id}/open")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        door.ActAsync(request, id, (now, by, about) => new NoticeCommand.Publish(now, about, by), client, cancellation);

    /// <summary>The enterprise was deregistered: nothing more is owed.</summary>
    [Function("DeregisterNotice")]
    [Access(Reach.Own, DepartmentRole.Registrar)]
    [Parameter("id", "案件编号")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Answers(200, typeof(NoticeDocument), Versioned = true)]
    [Fails("EC44*", "EC15*")]
    public Task<IResult> DeregisterAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/dual-notices/{id}/deregister")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        door.ActAsync(request, id, (now, by, about) => new NoticeCommand.Deregister(now), client, cancellation);
}
