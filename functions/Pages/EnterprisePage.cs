using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using EntCredit.Functions.Public;

namespace EntCredit.Functions.Pages;

/// <summary>The public page of an enterprise, in Chinese, in one document without scripts.</summary>
public static class EnterprisePage
{
    private static readonly HtmlEncoder Html = PageShell.Html;

    /// <summary>The page of an enterprise and what is published under its name.</summary>
    public static string Of(EnterpriseDocument enterprise)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"<h1>{Html.Encode(enterprise.Name)}</h1><dl class=\"ids\">");
        if (enterprise.CreditCode is { } code) body.Append(CultureInfo.InvariantCulture, $"<div><dt>统一社会信用代码</dt><dd>{Html.Encode(code)}</dd></div>");
        if (enterprise.RegistrationNumber is { } number) body.Append(CultureInfo.InvariantCulture, $"<div><dt>注册号</dt><dd>{Html.Encode(number)}</dd></div>");
        if (enterprise.Address is { } address) body.Append(CultureInfo.InvariantCulture, $"<div><dt>住所</dt><dd>{Html.Encode(address)}</dd></div>");
        if (enterprise.FormerNames.Count > 0) body.Append(CultureInfo.InvariantCulture, $"<div><dt>曾用名</dt><dd>{Html.Encode(string.Join('、', enterprise.FormerNames))}</dd></div>");
        if (enterprise.OtherNumbers.Count > 0) body.Append(CultureInfo.InvariantCulture, $"<div><dt>其他号码</dt><dd>{Html.Encode(string.Join('、', enterprise.OtherNumbers))}</dd></div>");
        body.Append(CultureInfo.InvariantCulture, $"<div><dt>公示信息</dt><dd>{enterprise.Records.Count}条</dd></div></dl>");
        if (enterprise.Credit is { } credit) body.Append(CreditSection.Of(credit));
        if (enterprise.Restrictions.Count > 0) body.Append(RestrictionSection.Of(enterprise.Restrictions));
        foreach (var group in enterprise.Records.GroupBy(record => (record.Item, record.ItemName)))
        {
            body.Append(CultureInfo.InvariantCulture, $"<h2>{Html.Encode(group.Key.ItemName)}<small>{group.Count()}条</small></h2>");
            foreach (var record in group) Record(body, record);
        }

        if (enterprise.Suspended.Count > 0)
            body.Append(CultureInfo.InvariantCulture, $"<h2>暂停公示<small>{enterprise.Suspended.Count}条</small></h2>");
        foreach (var hidden in enterprise.Suspended)
        {
            body.Append(CultureInfo.InvariantCulture, $"<article><p class=\"mark\">{Html.Encode(hidden.Mark)}</p><p class=\"dim\">{Html.Encode(hidden.ItemName)}");
            body.Append(CultureInfo.InvariantCulture, $"　信息提供单位：{Html.Encode(hidden.Provider)}　自{Day(hidden.Since)}起暂停公示</p></article>");
        }

        if (enterprise.Records.Count == 0 && enterprise.Suspended.Count == 0) body.Append("<p>该企业名下暂无公示信息。</p>");
        return PageShell.Document(enterprise.Name, body.ToString());
    }

    /// <summary>The page for a number that nothing is published under.</summary>
    public static string NotFound(string number) => PageShell.Document(
        "没有查到",
        $"<h1>没有查到</h1><p>没有查到“{Html.Encode(number)}”的公示信息。请核对18位统一社会信用代码（或15位注册号）；新登记的企业可能尚未公示。</p>{Form(number)}");

    private static void Record(StringBuilder body, PublishedRecord record)
    {
        body.Append(CultureInfo.InvariantCulture, $"<article id=\"{Html.Encode(record.Id)}\">");
        if (record.CorrectedOn is { } corrected)
            body.Append(CultureInfo.InvariantCulture, $"<p class=\"mark\">已更正：{Html.Encode(record.CorrectedBy ?? record.Provider)}于{Day(corrected)}更正</p>");
        if (record.ObjectionMark is { } mark) body.Append(CultureInfo.InvariantCulture, $"<p class=\"mark\">{Html.Encode(mark)}</p>");
        body.Append("<table>");
        foreach (var field in record.Fields)
            body.Append(CultureInfo.InvariantCulture, $"<tr><th>{Html.Encode(field.Name)}</th><td>{Html.Encode(field.Value)}</td></tr>");

        body.Append("</table><p class=\"dim\">");
        body.Append(CultureInfo.InvariantCulture, $"信息提供单位：{Html.Encode(record.Provider)}");
        if (record.GeneratedOn is { } arose) body.Append(CultureInfo.InvariantCulture, $"　信息产生：{Day(arose)}");
        body.Append(CultureInfo.InvariantCulture, $"　归集：{Day(record.CollectedOn)}　公示：{Day(record.PublishedOn)}　记录编号：{Html.Encode(record.Id)}");
        body.Append(CultureInfo.InvariantCulture, $"　<a href=\"/objections/new?record={Uri.EscapeDataString(record.Id)}\">提出异议</a></p></article>");
    }

    internal static string Form(string value) =>
        $"<form action=\"/enterprises\"><label>企业名称、统一社会信用代码或注册号<input name=\"code\" value=\"{Html.Encode(value)}\" maxlength=\"100\" required></label><button>查询</button></form>";

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
