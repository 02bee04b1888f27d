using EntCredit.Domain.Errors;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Http;

/// <summary>Errors as problem+json (RFC 9457) with the catalogue's code.</summary>
public static class Problems
{
    /// <summary>The answer to a request that fails with an error of the catalogue.</summary>
    public static IResult Of(ErrorDefinition error, params object?[] particulars) => Told(error, error.Describe(particulars));

    /// <summary>The same, its Chinese told already.</summary>
    public static IResult Told(ErrorDefinition error, string detail) => Results.Problem(
        detail: detail,
        statusCode: error.Status,
        title: error.Title,
        type: "/errors#" + error.Code,
        extensions: new Dictionary<string, object?> { ["code"] = error.Code, ["mend"] = error.Mend });
}
