using EntCredit.Domain.Departments;
using EntCredit.Domain.Sharing;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.OpenApi;
using EntCredit.Functions.Http;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Sharing;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Enterprises;

/// <summary>
/// 因依法履职确需查询获取非共享信息,或共享获取超出本行政区域涉企信息的,应当向上级市场监督管理部门或提供信息的主管部门申请并获同意 (界政办〔2020〕5号 五(八)): the consent as a fact, with
/// the number of its document.
/// </summary>
public sealed class ConsentFunctions(ConsentDesk desk, CaseSubjects subjects, ICaseIndex index, CaseReplies replies)
{
    /// <summary>Consents to another department's application: its provider for what it provides, market supervision for all of its jurisdiction.</summary>
    [Function("GiveConsent")]
    [Access(Reach.Own, DepartmentRole.Provider, DepartmentRole.Registrar, DepartmentRole.Approver, DepartmentRole.MarketSupervision)]
    [Takes(typeof(ConsentBody))]
    [Answers(200, typeof(ConsentDocument))]
    [Answers(201, typeof(ConsentDocument))]
    [Fails("EC15*", "EC490*")]
    public async Task<IResult> GiveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/consents")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var (body, refusal) = await CaseBody.ReadAsync<ConsentBody>(request, cancellation);
        if (refusal is not null) return refusal;
        var (subject, also) = await subjects.FindAsync(CaseSubjects.NumberOf(body!.Enterprise)!.Value, cancellation);
        var id = CaseIds.Of("consent", caller.Id, null, [body.Notice, subject]);
        var answer = await desk.GiveAsync(
            id,
            new CaseOrigin(caller.Department.Jurisdiction, subject, also),
            new ConsentCommand(default, caller.Id, caller.Has(DepartmentRole.MarketSupervision), body.To, subject, body.Purpose, body.Notice, body.Until),
            cancellation);
        return answer.Error is { } error
            ? Problems.Of(error)
            : Results.Json(
                await DocumentAsync(answer.State!, cancellation), ApiJson.Options, statusCode: answer.Began ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>The consents that the caller was given, newest first; with <c>role=giver</c> those that it gave.</summary>
    [Function("ListConsents")]
    [Access(Reach.Own)]
    [Parameter("role", "giver：本部门作出的同意", OneOf = ["giver"])]
    [Parameter("after", "上一页的 next")]
    [Answers(200, typeof(CasePage<ConsentDocument>))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/consents")] HttpRequest request, CancellationToken cancellation)
    {
        var part = request.Query["role"] == "giver" ? CasePart.Initiator : CasePart.Party;
        var streams = await index.FindAsync(CaseKind.Consent, part, Callers.Of(request).Id, CaseReplies.After(request), CaseReplies.PageSize, cancellation);
        List<ConsentDocument> items = [];
        foreach (var stream in streams)
            if (await desk.LoadAsync(stream, cancellation) is { } given) items.Add(await DocumentAsync(given, cancellation));
        return CaseReplies.Page(items, streams);
    }

    private async Task<ConsentDocument> DocumentAsync(ConsentEvent.Given given, CancellationToken cancellation) => new(
        await replies.EnterpriseAsync(given.Subject, cancellation),
        replies.Department(given.By),
        given.ByMarketSupervision,
        replies.Department(given.To),
        given.Purpose,
        given.Notice,
        given.At,
        given.Until);
}

/// <summary>A consent.</summary>
/// <param name="Enterprise">Whom it is about.</param>
/// <param name="By">Who gave it.</param>
/// <param name="WholeJurisdiction">Whether it is for everything of the jurisdiction, as market supervision gives it; else for what its giver provides.</param>
/// <param name="To">Who applied.</param>
/// <param name="Purpose">The duty that it serves.</param>
/// <param name="Notice">The number of its document.</param>
/// <param name="GivenAt">When it was recorded.</param>
/// <param name="Until">The last day on which it holds.</param>
public sealed record ConsentDocument(
    KnownEnterprise Enterprise, DepartmentDocument By, bool WholeJurisdiction, DepartmentDocument To, string Purpose, string Notice, DateTimeOffset GivenAt, DateOnly Until);
