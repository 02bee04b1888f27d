using EntCredit.Domain.Errors;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Http;

/// <summary>Errors as problem+json (RFC 9457) with the catalogue's code.</summary>
public static class Problems
{
    /// <summary>The answer to a request that fails with an error of the catalogue.</summary>
    public static IResult Of(ErrorDefinition error, params object?[] particulars) => With(error, new Dictionary<string, object?>(), particulars);

    /// <summary>The same, its Chinese told already.</summary>
    public static IResult Told(ErrorDefinition error, string detail) => Say(error, detail, new Dictionary<string, object?>());

    /// <summary>The same with members of its own.</summary>
    public static IResult With(ErrorDefinition error, IReadOnlyDictionary<string, object?> members, params object?[] particulars) =>
        Say(error, error.Describe(particulars), members);

    private static IResult Say(ErrorDefinition error, string detail, IReadOnlyDictionary<string, object?> members) => Results.Problem(
        detail: detail,
        statusCode: error.Status,
        title: error.Title,
        type: "/errors#" + error.Code,
        extensions: new Dictionary<string, object?>(members) { ["code"] = error.Code, ["mend"] = error.Mend });
}
