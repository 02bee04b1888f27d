using System.Globalization;
using System.Text;
using EntCredit.Functions.Credit;

namespace EntCredit.Functions.Pages;

/// <summary>The part of an enterprise's page that says what its public records come to, by which rule and by which record.</summary>
internal static class CreditSection
{
    public static string Of(CreditDocument credit)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"<h2>信用分类<small>{Text(credit.JurisdictionName)}</small></h2><article><table>");
        body.Append(CultureInfo.InvariantCulture, $"<tr><th>分类</th><td>{Text(credit.ClassName)}<span class=\"dim\">{Text(credit.Source)}</span></td></tr>");
        body.Append("<tr><th>理由</th><td>");
        if (credit.Reasons.Count == 0) body.Append("公示信息中没有影响分类的记录。");
        foreach (var reason in credit.Reasons)
        {
            body.Append(CultureInfo.InvariantCulture, $"<div>{Text(reason.Text)}<span class=\"dim\">{Text(reason.Source)}</span>");
            body.Append(CultureInfo.InvariantCulture, $"<br>依据的记录：{string.Join('、', reason.Records.Select(record => $"<a href=\"#{Text(record)}\">{Text(record)}</a>"))}</div>");
        }

        body.Append("</td></tr>");
        if (credit.Measures.Count > 0)
        {
            body.Append("<tr><th>相应措施</th><td>");
            foreach (var measure in credit.Measures) body.Append(CultureInfo.InvariantCulture, $"<div>{Text(measure.Text)}<span class=\"dim\">{Text(measure.Source)}</span></div>");
            body.Append("</td></tr>");
        }

        if (credit.InspectionWeight > 1)
            body.Append(CultureInfo.InvariantCulture, $"<tr><th>随机抽查</th><td>被抽中的权重为一般企业的{credit.InspectionWeight}倍</td></tr>");
        body.Append(CultureInfo.InvariantCulture, $"</table><p class=\"dim\">仅依据本页公示的信息、按规则表{Text(credit.Scheme)}版即时得出；相关信息被更正、暂停公示或移出后随之变化。对依据的信息有异议的，可以对该记录提出异议。</p></article>");
        return body.ToString();
    }

    private static string Text(string text) => PageShell.Html.Encode(text);
}
