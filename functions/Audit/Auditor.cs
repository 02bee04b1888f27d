using System.Diagnostics;
using EntCredit.Domain.Subjects;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Stores.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Audit;

/// <summary>
/// Writes accesses to the trail: what changes something before it begins and when it is done, what only reads before it is answered. Where the
/// trail cannot be written, the one is not begun and the other not answered.
/// </summary>
public sealed class Auditor(IAuditTrail trail, [FromKeyedServices("machine")] TimeProvider machine, ILogger<Auditor> logger)
{
    private const int MostAbout = 300;

    /// <summary>Before a function that changes something. False where it must not begin.</summary>
    public async Task<bool> BeginAsync(HttpContext http, Door door, Caller caller) =>
        HttpMethods.IsGet(http.Request.Method) || await WriteAsync(Entry(http, door, caller, 0));

    /// <summary>Before an answer. The answer, or another where it could not be written down.</summary>
    public async Task<IResult> AnswerAsync(HttpContext http, Door door, Caller caller, IResult answer)
    {
        var status = (answer as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        return await WriteAsync(Entry(http, door, caller, status)) ? answer : Problems.Of(AccessErrors.NotAudited);
    }

    private AuditEntry Entry(HttpContext http, Door door, Caller caller, int status)
    {
        var values = door.Match(http.Request.Path) ?? new Dictionary<string, string>();
        var about = PersonId.MaskIn(string.Join(' ', values.Select(value => $"{value.Key}={value.Value}")));
        return new AuditEntry(
            machine.GetUtcNow(),
            caller.Id,
            door.Function,
            $"{http.Request.Method} /{door.Route}",
            about.Length <= MostAbout ? about : about[..MostAbout],
            string.Join(' ', caller.Owners),
            caller.Purpose,
            status,
            Activity.Current?.TraceId.ToString());
    }

    private async Task<bool> WriteAsync(AuditEntry entry)
    {
        try
        {
            // Not ended with the request: what happened is written down, whoever still listens.
            await trail.AppendAsync(entry, CancellationToken.None);
            return true;
        }
        catch (Exception failure)
        {
            logger.LogCritical(failure, "The audit trail cannot be written: {Function} is refused", entry.Function);
            return false;
        }
    }
}
