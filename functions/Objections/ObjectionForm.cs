using System.Text;
using EntCredit.Functions.Access;
using EntCredit.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Objections;

/// <summary>The form by which anybody objects, without an account.</summary>
public sealed class ObjectionForm
{
    /// <summary>The form; <c>record</c> fills in the record's number.</summary>
    [Function("ObjectionForm")]
    [Public]
    public IResult Open([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "objections/new")] HttpRequest request) =>
        Results.Text(ObjectionPage.Form(request.Query["record"].ToString()), "text/html; charset=utf-8", Encoding.UTF8, StatusCodes.Status200OK);
}
