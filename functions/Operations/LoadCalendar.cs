using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Stores.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Operations;

/// <summary>Brings a holiday notice or an amendment while the system runs.</summary>
public sealed class LoadCalendar(CalendarBook calendars, [FromKeyedServices("legal")] TimeProvider legal)
{
    /// <summary>
    /// The body is a file of notices as in docs/calendar.md. With <c>?dryRun=true</c> it is only checked. Open duties move later where the
    /// notice says so, never earlier.
    /// </summary>
    [Function("LoadCalendar")]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("dryRun", "只检查，不改变", OneOf = ["true", "false"])]
    [Takes(typeof(object))]
    [Answers(200, typeof(CalendarLoaded))]
    [Fails("EC1005", "EC1007", "EC1030")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/operations/calendar-notices")] HttpRequest request,
        CancellationToken cancellation)
    {
        using var reader = new StreamReader(request.Body);
        var current = await calendars.CurrentAsync(cancellation);
        var file = CalendarFile.Parse(await reader.ReadToEndAsync(cancellation), "notices", current.Notices);
        if (!file.IsValid)
        {
            var wrong = file.Problems.Select(problem => $"{problem.Path}: {problem.Found} → {problem.Allowed}").ToList();
            return Problems.With(SystemErrors.CalendarFile, new Dictionary<string, object?> { ["errors"] = wrong }, string.Join("；", wrong));
        }

        var dryRun = request.Query["dryRun"] == "true";
        IReadOnlyList<CalendarEvent> events;
        try
        {
            events = dryRun
                ? CalendarDecider.Load(current, file.Notices, legal.GetUtcNow())
                : await calendars.LoadAsync(file.Notices, legal.GetUtcNow(), cancellation);
        }
        catch (LedgerConflictException)
        {
            // Another operator loaded one at the same moment.
            return Problems.Of(SystemErrors.Stale);
        }

        var after = CalendarDecider.Fold(current, events);
        return ApiJson.Ok(new CalendarLoaded(
            dryRun, [.. events.OfType<CalendarEvent.NoticeLoaded>().Select(loaded => loaded.Notice.Id)], after.Newest.Version, current.Newest.Version));
    }
}

/// <summary>What a file of notices changed.</summary>
/// <param name="DryRun">Whether it was only checked.</param>
/// <param name="Loaded">The notices that are new.</param>
/// <param name="CalendarVersion">The calendar with them.</param>
/// <param name="Before">The calendar without them.</param>
public sealed record CalendarLoaded(bool DryRun, IReadOnlyList<string> Loaded, string CalendarVersion, string Before);
