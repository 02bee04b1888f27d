using EntCredit.Domain.Batches;
using EntCredit.Domain.Corrections;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Records;
using EntCredit.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Errors;

/// <summary>The numbered error catalogue.</summary>
public sealed class ErrorCatalogueFunctions
{
    /// <summary>Every error that a request, a row or a file may be answered, by code.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } =
    [
        .. SystemErrors.All.Concat(IntakeErrors.All).Concat(BatchErrors.All).Concat(RecordErrors.All).Concat(ObjectionErrors.All).Concat(CorrectionErrors.All)
            .OrderBy(error => error.Code, StringComparer.Ordinal),
    ];

    /// <summary>The catalogue as JSON.</summary>
    [Function("ListErrors")]
    public IResult List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/errors")] HttpRequest request) => ApiJson.Ok(new { items = All });
}
