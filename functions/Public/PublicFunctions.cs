using System.Text;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Subjects;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Functions.Pages;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Public;

/// <summary>What the law publishes, for anybody.</summary>
public sealed class PublicFunctions(IPublicView view, ResourceCatalogue catalogue, DepartmentRegister departments, JurisdictionProfiles profiles)
{
    /// <summary>An enterprise by its credit code or registration number, as JSON.</summary>
    [Function("GetEnterprise")]
    [Public]
    [Parameter("code", "统一社会信用代码或注册号")]
    [Answers(200, typeof(EnterpriseDocument))]
    [Fails("EC1003", "EC1004")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/public/enterprises/{code}")] HttpRequest request,
        string code,
        CancellationToken cancellation)
    {
        if (NumberOf(code) is not { } number) return Problems.Of(SystemErrors.NoSuchNumber, code);
        return await FindAsync(number, cancellation) is { } document ? ApiJson.Ok(document) : Problems.Of(SystemErrors.EnterpriseUnknown, number);
    }

    /// <summary>The same as a page.</summary>
    [Function("EnterprisePage")]
    [Public]
    public async Task<IResult> PageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "enterprises/{code}")] HttpRequest request,
        string code,
        CancellationToken cancellation)
    {
        var document = NumberOf(code) is { } number ? await FindAsync(number, cancellation) : null;
        return document is null
            ? Page(EnterprisePage.NotFound(code), StatusCodes.Status404NotFound)
            : Page(EnterprisePage.Of(document), StatusCodes.Status200OK);
    }

    /// <summary>Where a search begins.</summary>
    [Function("HomePage")]
    [Public]
    public IResult Home([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "enterprises")] HttpRequest request) =>
        request.Query["code"].ToString().Trim() is { Length: > 0 } code
            ? Results.Redirect("/enterprises/" + Uri.EscapeDataString(code))
            : Page(EnterprisePage.Search(), StatusCodes.Status200OK);

    private static IResult Page(string html, int status) => Results.Text(html, "text/html; charset=utf-8", Encoding.UTF8, status);

    private static string? NumberOf(string text)
    {
        var code = CreditCode.Read(text.Trim());
        if (CreditCode.IsValid(code.Code)) return code.Code;
        return RegistrationNumber.IsValid(text.Trim()) ? text.Trim() : null;
    }

    private async Task<EnterpriseDocument?> FindAsync(string number, CancellationToken cancellation) =>
        await view.FindAsync(number, cancellation) is { } enterprise ? EnterpriseDocument.Of(enterprise, catalogue, departments, profiles) : null;
}
