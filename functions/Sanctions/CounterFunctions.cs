using EntCredit.Domain.Departments;
using EntCredit.Domain.Sanctions;
using EntCredit.Domain.Sanctions.Measures;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Sanctions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Sanctions;

/// <summary>在线查询验证 at the time of service (界政办〔2020〕5号 五(六), L5): asked for a purpose that is written down, answered with grounds, its result recorded.</summary>
public sealed class CounterFunctions(CounterDesk desk, MeasureCatalogue law, CaseReplies replies, [FromKeyedServices("legal")] TimeProvider legal)
{
    /// <summary>May these enterprises be …? Each answer cites measure, legal basis, who decided, since when and until. The purpose stands in <c>X-Purpose</c>.</summary>
    [Function("AskCounter")]
    [Access(Reach.Own)]
    [Parameter(CaseIds.KeyHeader, "幂等键：同一键得到同一次查询的答复", Header = true)]
    [Parameter(Purpose.Header, "查询用途（中文须百分号编码）；查询验证必须说明", Header = true)]
    [Takes(typeof(CounterBody))]
    [Answers(200, typeof(CounterDocument))]
    [Fails("EC43*", "EC15*")]
    public async Task<IResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/counter/queries")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var (body, refusal) = await CaseBody.ReadAsync<CounterBody>(request, cancellation);
        if (refusal is not null) return refusal;
        if (caller.Purpose is not { } purpose) return Problems.Of(SanctionErrors.PurposeMissing);
        if (law.Matters.All(matter => matter.Code != body!.Matter)) return Problems.Of(SanctionErrors.MatterUnknown);

        // Without a key each question is a use of its own.
        var id = CaseIds.Of("counter", caller.Id, CaseIds.KeyOf(request), [body!.Matter, purpose, $"{legal.GetUtcNow().UtcTicks}", .. body.Enterprises]);
        var file = await desk.AskAsync(
            id, caller.Id, caller.Department.Jurisdiction, body.Matter, purpose, [.. body.Enterprises.Select(number => CaseSubjects.NumberOf(number)!.Value)], cancellation);
        return ApiJson.Ok(Document(file));
    }

    /// <summary>A query as it was answered.</summary>
    [Function("GetCounterQuery")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("id", "查询编号")]
    [Answers(200, typeof(CounterDocument))]
    [Fails("EC43*")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/counter/queries/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        CaseIds.IsId(id) && await desk.LoadAsync(id, cancellation) is { } file && Callers.Of(request).Reaches(file.Asked.By, file.Asked.Jurisdiction)
            ? ApiJson.Ok(Document(file))
            : Problems.Of(SanctionErrors.QueryUnknown);

    /// <summary>Writes down what came of it (录入应用结果). The same result twice is one.</summary>
    [Function("RecordCounterResult")]
    [Access(Reach.Own)]
    [Parameter("id", "查询编号")]
    [Takes(typeof(ResultBody))]
    [Answers(200, typeof(CounterDocument))]
    [Fails("EC43*", "EC15*")]
    public async Task<IResult> ResultAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/counter/queries/{id}/result")] HttpRequest request,
        string id,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        if (!CaseIds.IsId(id) || (await desk.LoadAsync(id, cancellation))?.Asked.By != caller.Id) return Problems.Of(SanctionErrors.QueryUnknown);
        var (body, refusal) = await CaseBody.ReadAsync<ResultBody>(request, cancellation);
        if (refusal is not null) return refusal;
        return await desk.RecordAsync(id, caller.Id, CaseIds.DigestOf(body!.Result), cancellation) is { } error
            ? Problems.Of(error)
            : ApiJson.Ok(Document((await desk.LoadAsync(id, cancellation))!));
    }

    private CounterDocument Document(CounterFile file)
    {
        var grounds = file.Grounds.ToLookup(CounterDesk.NameOf, StringComparer.Ordinal);
        return new CounterDocument(
            file.Id,
            replies.Department(file.Asked.By),
            file.Asked.Matter,
            file.Asked.Purpose,
            file.Asked.At,
            file.Asked.Law,
            [.. file.Asked.Answers.Select(answer => new CounterAnswerDocument(
                answer.Number,
                answer.Subject is not null,
                answer.Verdict,
                [.. answer.Grounds.SelectMany(name => grounds[name].Take(1)).Select(ground => new CounterGroundDocument(
                    ground.Basis, ground.List, ground.Measure, ground.Name, ground.Effect, ground.LegalBasis, ground.PersonsToo, replies.Department(ground.DecidedBy), ground.Since, ground.Until))]))],
            file.Result?.At);
    }
}
