using System.Globalization;
using System.Text;
using EntCredit.Stores.Views;

namespace EntCredit.Functions.Pages;

/// <summary>What a search by name found, as a page.</summary>
internal static class SearchPage
{
    /// <summary>The page of a search's hits.</summary>
    /// <param name="words">What was searched for.</param>
    /// <param name="hits">What was found.</param>
    public static string Of(string words, PublicHits hits)
    {
        var body = new StringBuilder($"<h1>企业信用信息查询</h1>{EnterprisePage.Form(words)}");
        if (hits.Items.Count == 0) body.Append("<p>没有查到名称中含有这些字的企业。请减少字数，或改用18位统一社会信用代码（或15位注册号）；新登记的企业可能尚未公示。</p>");
        else body.Append("<table><tr><th>企业名称</th><th>统一社会信用代码或注册号</th></tr>");
        foreach (var hit in hits.Items)
        {
            var number = hit.CreditCode ?? hit.RegistrationNumber ?? "";
            body.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td><a href=\"/enterprises/{Uri.EscapeDataString(number)}\">{PageShell.Html.Encode(hit.Name)}</a></td><td>{PageShell.Html.Encode(number)}</td></tr>");
        }

        if (hits.Items.Count > 0) body.Append("</table>");
        if (hits is { More: > 0, Next: { } next })
        {
            var count = hits.More < PublicHits.MostCounted ? $"{hits.More}" : $"{hits.More}以上";
            body.Append(CultureInfo.InvariantCulture, $"<p>还有{count}户：<a href=\"/enterprises?code={Uri.EscapeDataString(words)}&amp;after={next}\">下一页</a>，或补充文字缩小范围。</p>");
        }

        return PageShell.Document("企业信用信息查询", body.ToString());
    }
}
