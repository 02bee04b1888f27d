using EntCredit.Functions.Http;
using EntCredit.Orchestrations.Cases;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Cases;

/// <summary>Reads what a request about a case says.</summary>
internal static class CaseBody
{
    /// <summary>The body, or why it cannot be used. Values are never repeated in the refusal: they may be personal.</summary>
    public static async Task<(T? Body, IResult? Refusal)> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class, ICaseBody
    {
        var body = await Bodies.ReadAsync<T>(request, cancellation);
        return body.Value?.Fault is { } fault ? (null, Problems.Of(CaseErrors.Body, fault)) : (body.Value, body.Refusal);
    }
}
