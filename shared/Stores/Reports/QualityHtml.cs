using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using EntCredit.Domain.Compliance;

namespace EntCredit.Stores.Reports;

/// <summary>The parts of the compliance page about what came, what is missing and what is left empty.</summary>
internal static class QualityHtml
{
    private const string Heads =
        "<th class=\"n\">报送行数</th><th class=\"n\">退回</th><th class=\"n\">提示</th><th class=\"n\">归集</th><th class=\"n\">公示</th><th class=\"n\">更正</th><th class=\"n\">异议</th><th class=\"n\">属实</th>";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>按信息类别统计 (R10): every department of a jurisdiction together.</summary>
    public static void Matters(StringBuilder page, ComplianceReport report)
    {
        if (report.Matters.Count == 0) return;
        page.Append(CultureInfo.InvariantCulture, $"<h2>按信息类别统计</h2><div class=\"wide\"><table><tr><th>适用规定</th><th>信息项</th>{Heads}</tr>");
        foreach (var matter in report.Matters)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Html.Encode(matter.Jurisdiction)}</td><td>{Html.Encode(matter.Name)}</td>{Numbers(matter.Counts)}</tr>");
        page.Append("</table></div>");
    }

    /// <summary>A department's items: 不缺类, 不漏项, and what became of what it sent.</summary>
    public static void Items(StringBuilder page, DepartmentCompliance department)
    {
        if (department.Items.Count == 0) return;
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"wide\"><table><tr><th>信息项</th>{Heads}<th>缺类</th><th>漏项（空缺／应填）</th></tr>");
        foreach (var item in department.Items)
        {
            var gaps = string.Join("、", item.Gaps.Select(gap => string.Create(CultureInfo.InvariantCulture, $"{Html.Encode(gap.Name)} {gap.Empty}／{gap.Asked}")));
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{Html.Encode(item.Name)}</td>{Numbers(item.Counts)}<td class=\"d{(item.Missing ? " bad\">本期未报" : "\">—")}</td><td>{(gaps.Length == 0 ? "—" : gaps)}</td></tr>");
        }

        page.Append("</table></div>");
    }

    /// <summary>What the words mean.</summary>
    public const string Note = """
        <p class="dim">缺类：此前十二个月报送过，本期一条未报，也未申明无新增；是否确无新增，由该部门核实。漏项：资源目录要求或建议填写而空缺的字段，按本期最近归集的记录（每部门每类最多1000条）计算。</p>
        """;

    private static string Numbers(QualityCounts counts) => string.Concat(
        new[] { counts.Rows, counts.Refused, counts.Warned, counts.Collected, counts.Published, counts.Corrected, counts.Objections, counts.Upheld }
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"<td class=\"n\">{number}</td>")));
}
