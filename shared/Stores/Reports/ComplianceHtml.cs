using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Compliance;
using EntCredit.Domain.Obligations;

namespace EntCredit.Stores.Reports;

/// <summary>A compliance report for people: one self-contained page in Chinese.</summary>
public static class ComplianceHtml
{
    /// <summary>The page's style sheet, as it stands between the tags: a browser is told its hash.</summary>
    public const string Style = """
        :root { --ink:#1d2733; --dim:#5b6b7c; --line:#d9e0e7; --met:#2e7d4f; --late:#c98a1b; --open:#4a78b5; --overdue:#b3352b; }
        * { box-sizing:border-box }
        body { margin:0 auto; max-width:1080px; padding:28px 20px 60px; color:var(--ink); background:#fff;
               font:15px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif }
        h1 { font-size:24px; margin:0 0 4px } h2 { font-size:18px; margin:34px 0 8px; border-left:4px solid var(--open); padding-left:10px }
        .dim { color:var(--dim); font-size:13px }
        .tiles { display:flex; flex-wrap:wrap; gap:12px; margin:20px 0 }
        .tile { flex:1 1 130px; border:1px solid var(--line); border-radius:6px; padding:10px 14px }
        .tile b { display:block; font-size:26px; line-height:1.3 }
        .met b { color:var(--met) } .late b { color:var(--late) } .open b { color:var(--open) } .overdue b { color:var(--overdue) }
        table { width:100%; border-collapse:collapse; margin:8px 0 } th,td { padding:6px 8px; border-bottom:1px solid var(--line); text-align:left; vertical-align:top }
        th { background:#f4f7fa; font-weight:600; white-space:nowrap } td.n,th.n { text-align:right; font-variant-numeric:tabular-nums }
        td.d { white-space:nowrap } td.bad { color:var(--overdue); font-weight:600 } .wide { overflow-x:auto }
        .bar { display:block; width:100%; height:10px; border-radius:5px; overflow:hidden; background:var(--line); min-width:120px; margin-top:7px }
        .bar .m { fill:var(--met) } .bar .l { fill:var(--late) } .bar .o { fill:var(--open) } .bar .x { fill:var(--overdue) }
        @media print { body { max-width:none; padding:0 } }
        """;

    // Chinese stays readable in the page's source; HTML's own characters are escaped.
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The page, UTF-8 HTML without outside parts.</summary>
    public static string Of(ComplianceReport report)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
        page.Append(CultureInfo.InvariantCulture, $"<title>涉企信息归集公示履职情况通报 {report.From:yyyy年M月}</title><style>{Style}</style></head><body>");
        page.Append("<h1>涉企信息归集公示履职情况通报</h1>");
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"dim\">统计期：{Day(report.From)}至{Day(report.Through)}　截至：{Moment(report.AsOf)}（北京时间）</p>");
        Tiles(page, report.Total);
        Overview(page, report);
        QualityHtml.Matters(page, report);
        foreach (var department in report.Departments) Detail(page, department);
        page.Append("<p class=\"dim\">应办＝按时＋逾期办结＋办理中＋逾期未办；已取消（如撤回）不计入应办。期限届满日截止至当日24:00。</p>");
        if (report.Departments.Any(department => department.Items.Count > 0)) page.Append(QualityHtml.Note);
        if (report.Seal is { } seal) page.Append(CultureInfo.InvariantCulture, $"<p class=\"dim\">账本封印（{Day(seal.Day)}）：<code>{seal.Hash}</code></p>");
        page.Append("</body></html>");
        return page.ToString();
    }

    private static void Tiles(StringBuilder page, DutyCounts total)
    {
        page.Append("<div class=\"tiles\">");
        (string Class, string Word, int Count)[] tiles =
            [("", "应办", total.Owed), ("met", "按时", total.Met), ("late", "逾期办结", total.Late), ("open", "办理中", total.Open), ("overdue", "逾期未办", total.Overdue)];
        foreach (var (name, word, count) in tiles) page.Append(CultureInfo.InvariantCulture, $"<div class=\"tile {name}\">{word}<b>{count}</b></div>");
        page.Append("</div>");
    }

    private static void Overview(StringBuilder page, ComplianceReport report)
    {
        page.Append("<h2>各部门情况</h2>");
        if (report.Departments.Count == 0)
        {
            page.Append("<p>本期没有应办事项。</p>");
            return;
        }

        page.Append("<div class=\"wide\"><table><tr><th>部门</th><th class=\"n\">应办</th><th class=\"n\">按时</th><th class=\"n\">逾期办结</th><th class=\"n\">办理中</th><th class=\"n\">逾期未办</th><th class=\"n\">按时率</th><th></th></tr>");
        foreach (var department in report.Departments)
        {
            var total = department.Total;
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Html.Encode(department.Name)}</td>{Numbers(total)}<td class=\"n\">{Share(total)}</td><td>{Bar(total)}</td></tr>");
        }

        page.Append("</table></div>");
    }

    private static void Detail(StringBuilder page, DepartmentCompliance department)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Html.Encode(department.Name)}</h2>");
        if (department.Rules.Count > 0) Rules(page, department);
        if (department.Overdue.Count > 0) OverdueList(page, department);
        QualityHtml.Items(page, department);
    }

    private static void Rules(StringBuilder page, DepartmentCompliance department)
    {
        page.Append("<div class=\"wide\"><table>");
        page.Append("<tr><th>编号</th><th>事项</th><th class=\"n\">应办</th><th class=\"n\">按时</th><th class=\"n\">逾期办结</th><th class=\"n\">办理中</th><th class=\"n\">逾期未办</th><th class=\"n\">已取消</th></tr>");
        foreach (var rule in department.Rules)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Html.Encode(rule.Rule)}</td><td>{Html.Encode(rule.Title)}</td>{Numbers(rule.Counts)}<td class=\"n\">{rule.Counts.Cancelled}</td></tr>");
        page.Append("</table></div>");
    }

    private static void OverdueList(StringBuilder page, DepartmentCompliance department)
    {
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"dim\">逾期未办（最早的{department.Overdue.Count}件，共{department.Total.Overdue}件）</p>");
        page.Append("<div class=\"wide\"><table><tr><th>记录或事项编号</th><th>事项</th><th>起算日</th><th>届满日</th></tr>");
        foreach (Obligation duty in department.Overdue)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Html.Encode(duty.About)}</td><td>{Html.Encode(RuleTitles.Of(duty.Rule))}</td><td class=\"d\">{Day(duty.From)}</td><td class=\"d bad\">{Day(duty.Due)}</td></tr>");
        page.Append("</table></div>");
    }

    private static string Numbers(DutyCounts counts) => string.Create(
        CultureInfo.InvariantCulture,
        $"<td class=\"n\">{counts.Owed}</td><td class=\"n\">{counts.Met}</td><td class=\"n\">{counts.Late}</td><td class=\"n\">{counts.Open}</td><td class=\"n{(counts.Overdue > 0 ? " bad" : "")}\">{counts.Overdue}</td>");

    // Of what has come to an answer or to its last day, how much was in time; what is still open says nothing yet.
    private static string Share(DutyCounts counts)
    {
        var decided = counts.Owed - counts.Open;
        return decided == 0 ? "—" : (100m * counts.Met / decided).ToString("0.0", CultureInfo.InvariantCulture) + "%";
    }

    private static string Bar(DutyCounts counts)
    {
        if (counts.Owed == 0) return string.Empty;

        // Drawn, not styled: a style attribute would need a weaker content policy.
        var bar = new StringBuilder($"<svg class=\"bar\" viewBox=\"0 0 {counts.Owed} 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        var at = 0;
        foreach (var (name, count) in new[] { ("m", counts.Met), ("l", counts.Late), ("o", counts.Open), ("x", counts.Overdue) })
        {
            bar.Append(CultureInfo.InvariantCulture, $"<rect class=\"{name}\" x=\"{at}\" width=\"{count}\" height=\"1\"/>");
            at += count;
        }

        return bar.Append("</svg>").ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset instant) =>
        Day(LegalZone.DayOf(instant)) + (instant - LegalZone.StartOf(LegalZone.DayOf(instant))).ToString("' 'hh':'mm", CultureInfo.InvariantCulture);
}
