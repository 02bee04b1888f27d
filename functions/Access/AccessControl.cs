using EntCredit.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Access;

/// <summary>Lets in whom a function's rule lets in, before the function runs; what has no rule is closed.</summary>
public sealed class AccessControl(Callers callers) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && Refusal(context.FunctionDefinition.EntryPoint, http) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }

        await next(context);
    }

    private IResult? Refusal(string entryPoint, HttpContext http)
    {
        if (!AccessRule.All.TryGetValue(entryPoint, out var rule)) return Problems.Of(SystemErrors.Forbidden);
        if (rule.Anybody) return null;
        if (callers.Authenticate(http.Request) is not { } department) return Problems.Of(SystemErrors.Unauthenticated);
        var reach = rule.ReachOf(department);
        if (reach == Reach.None) return Problems.Of(SystemErrors.Forbidden);
        Callers.Admit(http, new Caller(department, reach));
        return null;
    }
}
