using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Stores.Reports;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Reports;

/// <summary>Compliance reports for who supervises.</summary>
public sealed class ReportFunctions(ReportStore reports)
{
    /// <summary>A period's report, e.g. <c>2020-07</c>, as json, csv or html; <c>quality</c> is the spreadsheet of what came by department and item.</summary>
    [Function("GetReport")]
    [Access(Reach.Everything, DepartmentRole.MarketSupervision, DepartmentRole.Operator, DepartmentRole.Auditor)]
    [Parameter("period", "月份，写作 2020-07")]
    [Parameter("form", "形式", OneOf = ["json", "csv", "quality", "html"])]
    [Answers(200, MediaType = "application/json, text/csv, text/html")]
    [Fails("EC1006")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/reports/{period}.{form}")] HttpRequest request,
        string period,
        string form,
        CancellationToken cancellation)
    {
        if (form is not ("json" or "csv" or "quality" or "html") || !ReportPeriods.IsMonth(period)) return Problems.Of(SystemErrors.NotThere, $"{period}.{form}");
        return await reports.OpenAsync(period, form, cancellation) is { } found
            ? Results.Stream(found.Content, found.Type)
            : Problems.Of(SystemErrors.NotThere, $"{period}.{form}");
    }
}
