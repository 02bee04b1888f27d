using EntCredit.Functions.Access;
using EntCredit.Domain.Batches;
using EntCredit.Domain.Corrections;
using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Inspections;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Provision;
using EntCredit.Domain.Records;
using EntCredit.Domain.Sanctions;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Errors;

/// <summary>The numbered error catalogue.</summary>
public sealed class ErrorCatalogueFunctions
{
    /// <summary>Every error that a request, a row or a file may be answered, by code.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } =
    [
        .. new[]
        {
            SystemErrors.All, IntakeErrors.All, BatchErrors.All, RecordErrors.All, ObjectionErrors.All, CorrectionErrors.All, NoticeErrors.All,
            CaseErrors.All, SanctionErrors.All, InspectionErrors.All, ProvisionErrors.All,
        }.SelectMany(errors => errors).OrderBy(error => error.Code, StringComparer.Ordinal),
    ];

    /// <summary>The catalogue as JSON.</summary>
    [Function("ListErrors")]
    [Public]
    public IResult List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/errors")] HttpRequest request) => ApiJson.Ok(new { items = All });
}
