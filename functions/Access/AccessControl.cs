using System.Globalization;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Audit;
using EntCredit.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Access;

/// <summary>
/// Lets in whom a function's rule lets in, before the function runs, and writes down what it let them do. What has no rule is closed; what cannot be
/// written down does not happen.
/// </summary>
public sealed class AccessControl(Authentication authentication, RateLimits rates, Auditor auditor, ILogger<AccessControl> logger) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        if (!Door.All.TryGetValue(context.FunctionDefinition.EntryPoint, out var door)) await Problems.Of(SystemErrors.Forbidden).ExecuteAsync(http);
        else if (door.Rule.Anybody) await (Wait(http, rates.TakeFor(http))?.ExecuteAsync(http) ?? next(context));
        else await AskAsync(context, http, door, next);
    }

    private async Task AskAsync(FunctionContext context, HttpContext http, Door door, FunctionExecutionDelegate next)
    {
        var (department, refusal) = await authentication.OfAsync(http.Request, http.RequestAborted);
        if (department is null)
        {
            // Whoever guesses keys is slowed down like anybody without one.
            logger.LogWarning("{Function} was asked for without a valid credential ({Code})", door.Function, refusal!.Code);
            if (refusal.Status == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = "Bearer";
            await (Wait(http, rates.TakeFor(http)) ?? Problems.Of(refusal)).ExecuteAsync(http);
            return;
        }

        var answer = Wait(http, rates.TakeFor(department.Id)) ?? await AdmitAsync(context, http, door, department, next);
        if (answer is not null) await answer.ExecuteAsync(http);
    }

    // What to answer in place of the function, or null where the function has answered.
    private async Task<IResult?> AdmitAsync(FunctionContext context, HttpContext http, Door door, Department department, FunctionExecutionDelegate next)
    {
        if (!Purpose.TryRead(http.Request, out var purpose)) return Problems.Of(AccessErrors.PurposeIllegible);
        var caller = new Caller(department, door.Rule.ReachOf(department)) { Purpose = purpose };
        if (caller.Reach == Reach.None) return await auditor.AnswerAsync(http, door, caller, Problems.Of(SystemErrors.Forbidden));
        Callers.Admit(http, caller);
        if (!await auditor.BeginAsync(http, door, caller)) return Problems.Of(AccessErrors.NotAudited);
        try
        {
            await next(context);
        }
        catch (PurposeMissingException)
        {
            return await auditor.AnswerAsync(http, door, caller, Problems.Of(AccessErrors.PurposeMissing));
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            await auditor.AnswerAsync(http, door, caller, Results.StatusCode((failed as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError));
            throw;
        }

        var result = context.GetInvocationResult();
        var given = result.Value as IResult ?? Results.Ok();
        if (ReferenceEquals(await auditor.AnswerAsync(http, door, caller, given), given)) return null;
        if (given is Microsoft.AspNetCore.Http.HttpResults.FileStreamHttpResult file) await file.FileStream.DisposeAsync();
        result.Value = Problems.Of(AccessErrors.NotAudited);
        return null;
    }

    private static IResult? Wait(HttpContext http, TimeSpan? wait)
    {
        if (wait is not { } time) return null;
        var seconds = Math.Max(1, (int)Math.Ceiling(time.TotalSeconds));
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problems.Of(AccessErrors.TooManyRequests, seconds);
    }
}
