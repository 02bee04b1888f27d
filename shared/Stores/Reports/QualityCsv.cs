using System.Text;
using EntCredit.Domain.Compliance;

namespace EntCredit.Stores.Reports;

/// <summary>The data quality of a compliance report for a spreadsheet: one line per department and item, and after it one for each field that is left empty.</summary>
public static class QualityCsv
{
    /// <summary>Comma-separated text with CRLF line ends, every text quoted, formulas disarmed.</summary>
    public static string Of(ComplianceReport report)
    {
        var text = new StringBuilder("统计期,部门代码,部门,适用规定,信息项代码,信息项,缺类,漏项代码,漏项,报送行数,退回行数,提示行数,归集,公示,更正,异议,异议属实,空缺记录数,应填记录数\r\n");
        foreach (var department in report.Departments)
        {
            string[] who = [$"{report.From:yyyy-MM-dd}至{report.Through:yyyy-MM-dd}", department.Department, department.Name, department.Jurisdiction];
            foreach (var item in department.Items)
            {
                var counts = item.Counts;
                text.Append(ReportTable.Line(
                    [.. who, item.Item, item.Name, item.Missing ? "是" : "否", "", ""],
                    counts.Rows,
                    counts.Refused,
                    counts.Warned,
                    counts.Collected,
                    counts.Published,
                    counts.Corrected,
                    counts.Objections,
                    counts.Upheld,
                    0,
                    0));
                foreach (var gap in item.Gaps)
                    text.Append(ReportTable.Line([.. who, item.Item, item.Name, "", gap.Field, gap.Name], 0, 0, 0, 0, 0, 0, 0, 0, gap.Empty, gap.Asked));
            }
        }

        return text.ToString();
    }
}
