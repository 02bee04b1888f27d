using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations.Subjects;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Subjects;

/// <summary>Enterprises that are known twice (A30): who keeps the register, or supervises the market, says that they are one, or that they are not after all.</summary>
public sealed class SubjectFunctions(SubjectDesk desk)
{
    /// <summary>Two subjects are one from now on: one page, found by either number. Nothing moves, so that it can be undone.</summary>
    [Function("MergeSubjects")]
    [Access(Reach.Jurisdiction, DepartmentRole.Registrar, DepartmentRole.MarketSupervision)]
    [Takes(typeof(MergeBody))]
    [Answers(200, typeof(MergeDocument))]
    [Fails("EC15*", "EC47*")]
    public Task<IResult> MergeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/subjects/merge")] HttpRequest request, CancellationToken cancellation) =>
        AskAsync(request, true, cancellation);

    /// <summary>They are two again, each with what was brought under its own numbers.</summary>
    [Function("SeparateSubjects")]
    [Access(Reach.Jurisdiction, DepartmentRole.Registrar, DepartmentRole.MarketSupervision)]
    [Takes(typeof(MergeBody))]
    [Answers(200, typeof(MergeDocument))]
    [Fails("EC15*", "EC47*")]
    public Task<IResult> SeparateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/subjects/separate")] HttpRequest request, CancellationToken cancellation) =>
        AskAsync(request, false, cancellation);

    private async Task<IResult> AskAsync(HttpRequest request, bool merge, CancellationToken cancellation)
    {
        var (body, refusal) = await CaseBody.ReadAsync<MergeBody>(request, cancellation);
        if (refusal is not null) return refusal;
        var asked = new MergeRequest(body!.Number.Trim(), body.Kept.Trim(), Callers.Of(request).Id, body.Reason);
        var answer = await (merge ? desk.MergeAsync(asked, cancellation) : desk.SeparateAsync(asked, cancellation));
        return answer.Error is { } error ? Problems.Of(error, answer.Particular) : ApiJson.Ok(new MergeDocument(asked.Number, asked.Kept, merge));
    }
}
