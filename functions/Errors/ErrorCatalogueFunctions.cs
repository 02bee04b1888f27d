using System.Text;
using EntCredit.Domain.Batches;
using EntCredit.Domain.Corrections;
using EntCredit.Domain.Departments;
using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Inspections;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Provision;
using EntCredit.Domain.Records;
using EntCredit.Domain.Sanctions;
using EntCredit.Domain.Sharing;
using EntCredit.Domain.Subjects;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.Messages;
using EntCredit.Functions.OpenApi;
using EntCredit.Functions.Pages;
using EntCredit.Orchestrations.Cases;
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
            SystemErrors.All, AccessErrors.All, KeyErrors.All, IntakeErrors.All, BatchErrors.All, PostErrors.All, RecordErrors.All, ObjectionErrors.All, CorrectionErrors.All, NoticeErrors.All,
            SanctionErrors.All, SubjectErrors.All, InspectionErrors.All, ProvisionErrors.All, CaseErrors.All, FilingErrors.All, MessageErrors.All, ConsentErrors.All, AccountErrors.All,
        }.SelectMany(errors => errors).OrderBy(error => error.Code, StringComparer.Ordinal),
    ];

    /// <summary>The catalogue as JSON.</summary>
    [Function("ListErrors")]
    [Public]
    [Answers(200, typeof(ErrorList))]
    public IResult List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/errors")] HttpRequest request) =>
        ApiJson.Ok(new ErrorList(All));

    /// <summary>The same as a page, in Chinese and English.</summary>
    [Function("ErrorsPage")]
    [Public]
    public IResult Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "errors")] HttpRequest request) =>
        Results.Text(ErrorsPage.Of(All), "text/html; charset=utf-8", Encoding.UTF8);
}

/// <summary>The catalogue.</summary>
/// <param name="Items">Every error, by code.</param>
public sealed record ErrorList(IReadOnlyList<ErrorDefinition> Items);
