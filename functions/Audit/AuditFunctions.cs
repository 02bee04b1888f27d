using System.Globalization;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Stores.Audit;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Audit;

/// <summary>Who looked at what, for who supervises. Each sees the accesses of its own jurisdiction's departments.</summary>
public sealed class AuditFunctions(IAuditTrail trail, DepartmentRegister departments)
{
    private const int PageSize = 100;

    /// <summary>Accesses, newest first: <c>department</c>, <c>day</c> (yyyy-MM-dd in Asia/Shanghai), <c>after</c> is the cursor of the page before.</summary>
    [Function("ListAudit")]
    [Access(Reach.Jurisdiction, DepartmentRole.Auditor, DepartmentRole.Operator)]
    [Parameter("department", "只看该部门")]
    [Parameter("day", "只看该日（北京时间）", Type = typeof(DateOnly))]
    [Parameter("after", "上一页的 next")]
    [Answers(200, typeof(AuditPage))]
    [Fails("EC1005", "EC1201")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/operations/audit")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var (department, day, after) = (request.Query["department"].ToString(), request.Query["day"].ToString(), request.Query["after"].ToString());
        DateOnly? on = null;
        if (day.Length > 0)
        {
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return Problems.Of(SystemErrors.Parameter, "day", day);
            on = read;
        }

        long? before = null;
        if (after.Length > 0)
        {
            if (!long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return Problems.Of(SystemErrors.Parameter, "after", after);
            before = number;
        }

        var seen = departments.All
            .Where(one => one.Jurisdiction == caller.Department.Jurisdiction && (department.Length == 0 || one.Id == department))
            .Select(one => one.Id)
            .ToList();
        if (seen.Count == 0) return Problems.Of(KeyErrors.DepartmentUnknown);
        var page = await trail.ReadAsync(new AuditQuery(seen, on, before, PageSize), cancellation);
        return ApiJson.Ok(new AuditPage(
            [.. page.Select(AuditDocument.Of)],
            page.Count == PageSize ? page[^1].Number.ToString(CultureInfo.InvariantCulture) : null));
    }
}

/// <summary>A page of accesses.</summary>
/// <param name="Items">The accesses, newest first.</param>
/// <param name="Next">The cursor of the next page, or null.</param>
public sealed record AuditPage(IReadOnlyList<AuditDocument> Items, string? Next);
