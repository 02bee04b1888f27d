using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations.Cases;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Enterprises;

/// <summary>An enterprise as departments and who supervises read it, for a recorded purpose (P4, P5; 界政办〔2020〕5号 五(八)).</summary>
public sealed class EnterpriseFileFunctions(EnterpriseFileReader files)
{
    /// <summary>
    /// What is collected under an enterprise's name: published information, what is shared in government within the caller's jurisdiction, its own, and what it was consented to.
    /// Market supervision sees everything of its jurisdiction with state, duties and cases; auditor and operator its state.
    /// </summary>
    [Function("GetEnterpriseFile")]
    [Access(Reach.Jurisdiction)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("code", "统一社会信用代码或注册号")]
    [Parameter("after", "上一页的 next")]
    [Parameter("X-Purpose", "用途（中文须百分号编码）", Header = true, Required = true)]
    [Answers(200, typeof(EnterpriseFileDocument))]
    [Fails("EC1003", "EC1004", "EC1105")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/enterprises/{code}")] HttpRequest request, string code, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        if (caller.Purpose is null) throw new PurposeMissingException();
        if (CaseSubjects.NumberOf(code) is not { } number) return Problems.Of(SystemErrors.NoSuchNumber, code);
        return await files.ReadAsync(caller, number.Value, CaseReplies.After(request), cancellation) is { } file
            ? ApiJson.Ok(file)
            : Problems.Of(SystemErrors.EnterpriseUnknown, number.Value);
    }
}
