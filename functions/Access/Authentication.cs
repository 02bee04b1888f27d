using EntCredit.Domain.Departments;
using EntCredit.Domain.Errors;
using EntCredit.Functions.Http;
using EntCredit.Stores.Departments;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Access;

/// <summary>Which department a request comes from, by its key or its token.</summary>
public sealed class Authentication(DepartmentKeys keys, EntraTokens tokens)
{
    /// <summary>The header that carries a key.</summary>
    public const string KeyHeader = "X-Api-Key";

    private const string Bearer = "Bearer ";

    /// <summary>The department, or why none.</summary>
    public async Task<(Department? Department, ErrorDefinition? Refusal)> OfAsync(HttpRequest request, CancellationToken cancellation)
    {
        var key = request.Headers[KeyHeader];
        var authorization = request.Headers.Authorization;
        if (key.Count + authorization.Count > 1) return (null, AccessErrors.TwoCredentials);
        if (authorization is [{ } text])
        {
            var token = text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? text[Bearer.Length..].Trim() : "";
            return await tokens.DepartmentOfAsync(token, cancellation) is { } application ? (application, null) : (null, AccessErrors.TokenRefused);
        }

        if (key is not [{ Length: > 0 } presented]) return (null, SystemErrors.Unauthenticated);
        if (KeyText.LooksIssued(presented) && !KeyText.IsWhole(presented)) return (null, AccessErrors.KeyMistyped);
        return await keys.FindAsync(presented, cancellation) is { } department ? (department, null) : (null, SystemErrors.Unauthenticated);
    }
}
