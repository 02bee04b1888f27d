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
using EntCredit.Orchestrations.Cases;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Public;

/// <summary>What the law publishes, for anybody.</summary>
public sealed class PublicFunctions(
    IPublicView view, ResourceCatalogue catalogue, DepartmentRegister departments, JurisdictionProfiles profiles, CreditReplies credit)
{
    private const int PageSize = 100;

    private const int LongestWords = 100;

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

    /// <summary>Registered enterprises in whose name every word stands, as JSON: 100 a page, in an order that stays.</summary>
    [Function("SearchEnterprises")]
    [Public]
    [Parameter("q", "企业名称中的文字，多个词以空格分隔；也可以是统一社会信用代码或注册号", Required = true)]
    [Parameter("after", "上一页的 next", Type = typeof(long))]
    [Answers(200, typeof(PublicHits))]
    [Fails("EC1005")]
    public async Task<IResult> SearchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/public/enterprises")] HttpRequest request, CancellationToken cancellation)
    {
        var words = request.Query["q"].ToString();
        if (string.IsNullOrWhiteSpace(words) || words.Length > LongestWords) return Problems.Of(SystemErrors.Parameter, "q", $"1–{LongestWords}");
        return AfterOf(request) is { } after
            ? ApiJson.Ok(await FindNamesAsync(words, after, cancellation))
            : Problems.Of(SystemErrors.Parameter, "after", "next");
    }

    /// <summary>Where a search begins, and what it finds by name; a number leads to its enterprise.</summary>
    [Function("HomePage")]
    [Public]
    public async Task<IResult> HomeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "enterprises")] HttpRequest request, CancellationToken cancellation)
    {
        var words = request.Query["code"].ToString().Trim();
        if (words.Length == 0) return Page(EnterprisePage.Search(), StatusCodes.Status200OK);
        if (NumberOf(words) is { } number) return Results.Redirect("/enterprises/" + Uri.EscapeDataString(number));
        if (words.Length > LongestWords) words = words[..LongestWords];
        return Page(SearchPage.Of(words, await view.SearchAsync(words, AfterOf(request) ?? 0, PageSize, cancellation)), StatusCodes.Status200OK);
    }

    private async Task<PublicHits> FindNamesAsync(string words, long after, CancellationToken cancellation)
    {
        if (NumberOf(words) is not { } number) return await view.SearchAsync(words, after, PageSize, cancellation);
        return await view.FindAsync(number, cancellation) is { } found
            ? new PublicHits([new PublicHit(found.Name, found.CreditCode, found.RegistrationNumber)], 0, null)
            : PublicHits.None;
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
            ? EnterpriseDocument.Of(enterprise, catalogue, departments, profiles) with { Credit = await credit.PublicAsync(enterprise.Subject, cancellation) }
            : null;
}
