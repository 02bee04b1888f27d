using System.Globalization;
using System.Text;
using EntCredit.Functions.Sanctions;

namespace EntCredit.Functions.Pages;

/// <summary>The part of an enterprise's page that says what it is restricted from now, by whom and why (L6).</summary>
internal static class RestrictionSection
{
    public static string Of(IReadOnlyList<PublishedRestriction> restrictions)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"<h2>联合惩戒措施<small>{restrictions.Count}条</small></h2>");
        foreach (var one in restrictions)
        {
            body.Append(CultureInfo.InvariantCulture, $"<article><table><tr><th>措施</th><td>{Text(one.Measure)}</td></tr><tr><th>依据的名单</th><td>{Text(one.List)}</td></tr>");
            body.Append(CultureInfo.InvariantCulture, $"<tr><th>限制决定</th><td>{Text(one.Department)}于{Day(one.DecidedOn)}作出</td></tr></table>");
            body.Append(CultureInfo.InvariantCulture, $"<p class=\"dim\">执行情况于{Day(one.FedBackOn)}反馈　解除后不再显示　编号：{Text(one.Id)}</p></article>");
        }

        return body.ToString();
    }

    private static string Text(string text) => PageShell.Html.Encode(text);

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
