using System.Globalization;
using System.Text;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Functions.Access;
using EntCredit.Functions.Credit;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Functions.Pages;
using EntCredit.Functions.Sanctions;
using EntCredit.Orchestrations.Cases;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Public;

/// <summary>What the law publishes, for anybody.</summary>
public sealed class PublicFunctions(
    IPublicView view, ResourceCatalogue catalogue, DepartmentRegister departments, JurisdictionProfiles profiles, CreditReplies credit,
    PublishedRestrictions restrictions)
{
    private const int PageSize = 100;

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

    /// <summary>Registered enterprises for which everything that is asked for holds, as JSON: 100 a page, in an order that stays.</summary>
    [Function("SearchEnterprises")]
    [Public]
    [Parameter("q", "企业名称（含曾用名）中的文字，多个词以空格分隔；也可以是统一社会信用代码或注册号")]
    [Parameter("address", "住所中的文字")]
    [Parameter("region", "登记地区中的文字")]
    [Parameter("category", "名下有该类公示信息：信息目录代码")]
    [Parameter("from", "该公示信息产生于此日或之后", Type = typeof(DateOnly))]
    [Parameter("until", "该公示信息产生于此日或之前", Type = typeof(DateOnly))]
    [Parameter("after", "上一页的 next", Type = typeof(long))]
    [Answers(200, typeof(PublicHits))]
    [Fails("EC1005")]
    public async Task<IResult> SearchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/public/enterprises")] HttpRequest request, CancellationToken cancellation)
    {
        if (SearchRequest.Read(request, "q", catalogue, out var query) is var (parameter, allowed)) return Problems.Of(SystemErrors.Parameter, parameter, allowed);
        return AfterOf(request) is { } after
            ? ApiJson.Ok(await view.SearchAsync(query, after, PageSize, cancellation))
            : Problems.Of(SystemErrors.Parameter, "after", "next");
    }

    /// <summary>Where a search begins, and what it finds; a number alone leads to its enterprise.</summary>
    [Function("HomePage")]
    [Public]
    public async Task<IResult> HomeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "enterprises")] HttpRequest request, CancellationToken cancellation)
    {
        var wrong = SearchRequest.Read(request, "code", catalogue, out var query);
        if (query == new PublicQuery() || wrong is not null) return Page(SearchPage.Start(query, catalogue, wrong is not null), StatusCodes.Status200OK);
        if (query is { Number: { } number } && query == new PublicQuery { Number = number }) return Results.Redirect("/enterprises/" + Uri.EscapeDataString(number));
        return Page(SearchPage.Of(query, catalogue, await view.SearchAsync(query, AfterOf(request) ?? 0, PageSize, cancellation)), StatusCodes.Status200OK);
    }

    private static long? AfterOf(HttpRequest request) => request.Query["after"].ToString() switch
    {
        "" => 0,
        var text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : null,
    };

    private static IResult Page(string html, int status) => Results.Text(html, "text/html; charset=utf-8", Encoding.UTF8, status);

    private static string? NumberOf(string text) => CaseSubjects.NumberOf(text)?.Value;

    private async Task<EnterpriseDocument?> FindAsync(string number, CancellationToken cancellation) =>
        await view.FindAsync(number, cancellation) is { } enterprise
            ? EnterpriseDocument.Of(enterprise, catalogue, departments, profiles) with
            {
                Credit = await credit.PublicAsync(enterprise.Subject, cancellation),
                Restrictions = await restrictions.OfAsync(enterprise.Subject, cancellation),
            }
            : null;
}
