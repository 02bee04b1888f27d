using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Credit;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Credit;

/// <summary>企业信用分类监管 (界政办〔2020〕5号 五(五)) and 风险预警 (湘商改〔2016〕7号 第十五条) as departments read them.</summary>
public sealed class CreditFunctions(CreditDesk desk, ICaseIndex index, DepartmentRegister departments)
{
    /// <summary>
    /// An enterprise's class with every reason and what follows, judged now, for the purpose that the caller states. Who supervises reads the warnings too, which look at what is
    /// collected and not published.
    /// </summary>
    [Function("GetCredit")]
    [Access(Reach.Jurisdiction)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("code", "统一社会信用代码或注册号")]
    [Parameter("X-Purpose", "用途（中文须百分号编码）", Header = true, Required = true)]
    [Answers(200, typeof(DepartmentCredit))]
    [Fails("EC1003", "EC1004", "EC1105")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/credit/enterprises/{code}")] HttpRequest request,
        string code,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        if (caller.Purpose is null) throw new PurposeMissingException();
        if (CaseSubjects.NumberOf(code) is not { } number) return Problems.Of(SystemErrors.NoSuchNumber, code);
        if (await desk.FindAsync(number, cancellation) is not { } finding || !caller.Reaches(KeeperOf(finding.Scheme.Jurisdiction), finding.Scheme.Jurisdiction))
            return Problems.Of(SystemErrors.EnterpriseUnknown, number.Value);
        var enterprise = (await index.EnterprisesAsync([finding.Subject], cancellation))[finding.Subject];
        return ApiJson.Ok(new DepartmentCredit(
            enterprise,
            CreditReplies.Document(finding),
            IsSupervisor(caller) ? [.. finding.Found.Warnings.Select(raised => CreditReplies.Warning(finding.Scheme, raised, null))] : null));
    }

    /// <summary>The enterprises of the caller's jurisdiction of which a warning stands, by what was last found, newest first.</summary>
    [Function("ListWarnings")]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor, DepartmentRole.Operator)]
    [Parameter("after", "上一页的 next")]
    [Answers(200, typeof(CasePage<WarnedEnterprise>))]
    public async Task<IResult> WarningsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/credit/warnings")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var jurisdiction = caller.Department.Jurisdiction;
        var streams = await index.FindAsync(CaseKind.Credit, CasePart.Standing, jurisdiction, CaseReplies.After(request), CaseReplies.PageSize, cancellation);
        _ = caller.Reaches(KeeperOf(jurisdiction), jurisdiction);
        List<WarnedEnterprise> items = [];
        foreach (var stream in streams)
        {
            var file = (await desk.FileAsync(stream, cancellation)).State;
            var warnings = file.Warnings.Values.Select(warned => CreditReplies.Warning(desk.SchemeOf(warned.Jurisdiction), warned.Signal, warned.At)).ToList();
            var subject = file.Warnings.Values.First().Subject;
            items.Add(new WarnedEnterprise((await index.EnterprisesAsync([subject], cancellation))[subject], file.Classified?.Class, warnings));
        }

        return CaseReplies.Page(items, streams);
    }

    private static bool IsSupervisor(Caller caller) =>
        caller.Has(DepartmentRole.MarketSupervision) || caller.Has(DepartmentRole.Auditor) || caller.Has(DepartmentRole.Operator);

    // Whose the view is, as the audit trail names it.
    private string KeeperOf(string jurisdiction) => departments.In(jurisdiction, DepartmentRole.MarketSupervision).FirstOrDefault()?.Id ?? jurisdiction;
}
