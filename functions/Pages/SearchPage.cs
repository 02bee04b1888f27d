using System.Globalization;
using System.Text;
using EntCredit.Domain.Catalogue;
using EntCredit.Stores.Views;

namespace EntCredit.Functions.Pages;

/// <summary>Where a search begins, and what it found, as a page.</summary>
public static class SearchPage
{
    private const string Title = "企业信用信息查询";

    /// <summary>The page where a search begins.</summary>
    /// <param name="query">What was filled in already.</param>
    /// <param name="catalogue">The categories.</param>
    /// <param name="wrong">Whether something of it cannot be used.</param>
    public static string Start(PublicQuery query, ResourceCatalogue catalogue, bool wrong) => PageShell.Document(
        Title,
        $"<h1>{Title}</h1><p>{(wrong && query != new PublicQuery() ? "查询条件有误，请修改后再查。" : "输入企业名称、统一社会信用代码或注册号，查询依法公示的信息；也可以按住所、地区、信息类别和日期查询，多个条件须同时符合。")}</p>{Form(query, catalogue)}");

    /// <summary>The page of a search's hits.</summary>
    /// <param name="query">What was searched for.</param>
    /// <param name="catalogue">The categories.</param>
    /// <param name="hits">What was found.</param>
    public static string Of(PublicQuery query, ResourceCatalogue catalogue, PublicHits hits)
    {
        var body = new StringBuilder($"<h1>{Title}</h1>{Form(query, catalogue)}");
        if (hits.Items.Count > 0)
        {
            body.Append("<table class=\"list\"><tr><th>企业名称</th><th>统一社会信用代码或注册号</th><th>住所</th></tr>");
            foreach (var hit in hits.Items) Row(body, hit);
            body.Append("</table>");
        }
        else if (hits.Next is null)
        {
            body.Append("<p>没有查到符合全部条件的企业。请减少文字或条件，或改用18位统一社会信用代码（或15位注册号）；新登记的企业可能尚未公示。</p>");
        }

        if (hits.Next is { } next) body.Append(Rest(hits, $"/enterprises?{Parameters(query)}&amp;after={next.ToString(CultureInfo.InvariantCulture)}"));
        return PageShell.Document(Title, body.ToString());
    }

    private static string Rest(PublicHits hits, string next) => hits switch
    {
        { More: > 0 } => $"<p>{(hits.AtLeast ? $"还有{hits.More}户以上" : $"还有{hits.More}户")}：<a href=\"{next}\">下一页</a>，或补充条件缩小范围。</p>",
        _ => $"<p>符合条件的企业较少，尚未查完：<a href=\"{next}\">继续查找</a>，或补充条件缩小范围。</p>",
    };

    private static void Row(StringBuilder body, PublicHit hit)
    {
        var number = hit.CreditCode ?? hit.RegistrationNumber ?? "";
        body.Append(CultureInfo.InvariantCulture, $"<tr><td><a href=\"/enterprises/{Uri.EscapeDataString(number)}\">{PageShell.Html.Encode(hit.Name)}</a>");
        if (hit.FormerName is { } former) body.Append(CultureInfo.InvariantCulture, $"<br><small>曾用名：{PageShell.Html.Encode(former)}</small>");
        body.Append(CultureInfo.InvariantCulture, $"</td><td>{PageShell.Html.Encode(number)}</td><td>{PageShell.Html.Encode(hit.Address ?? "")}</td></tr>");
    }

    private static string Form(PublicQuery query, ResourceCatalogue catalogue)
    {
        var options = string.Concat(catalogue.Items.Select(item =>
            $"<option value=\"{item.Code}\"{(item.Code == query.Item ? " selected" : "")}>{PageShell.Html.Encode(item.Name)}</option>"));
        return $"""
            <form action="/enterprises"><label>企业名称、统一社会信用代码或注册号{Input("code", query.Number ?? query.Words)}</label>
            <label class="short">住所{Input("address", query.Address)}</label><label class="short">地区{Input("region", query.Region)}</label>
            <label class="short">公示信息类别<select name="category"><option value="">不限</option>{options}</select></label>
            <label class="short">产生日期自{Input("from", Day(query.From), "date")}</label><label class="short">产生日期至{Input("until", Day(query.Until), "date")}</label><button>查询</button></form>
            """;
    }

    private static string Input(string name, string? value, string type = "text") =>
        $"<input type=\"{type}\" name=\"{name}\" value=\"{PageShell.Html.Encode(value ?? "")}\" maxlength=\"100\">";

    private static string Parameters(PublicQuery query) => string.Join("&amp;", new[]
    {
        ("code", query.Number ?? query.Words), ("address", query.Address), ("region", query.Region), ("category", query.Item), ("from", Day(query.From)), ("until", Day(query.Until)),
    }.Where(part => part.Item2 is not null).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}"));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
