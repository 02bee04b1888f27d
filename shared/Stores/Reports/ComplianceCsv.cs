using System.Text;
using EntCredit.Domain.Compliance;

namespace EntCredit.Stores.Reports;

/// <summary>A compliance report for a spreadsheet: one line per department and rule.</summary>
public static class ComplianceCsv
{
    /// <summary>Comma-separated text with CRLF line ends, every text quoted, formulas disarmed.</summary>
    public static string Of(ComplianceReport report)
    {
        var text = new StringBuilder("统计期,部门代码,部门,适用规定,事项编号,事项,应办,按时,逾期办结,办理中,逾期未办,已取消\r\n");
        foreach (var department in report.Departments)
        {
            foreach (var rule in department.Rules)
            {
                var counts = rule.Counts;
                text.Append(ReportTable.Line(
                    [$"{report.From:yyyy-MM-dd}至{report.Through:yyyy-MM-dd}", department.Department, department.Name, department.Jurisdiction, rule.Rule, rule.Title],
                    counts.Owed,
                    counts.Met,
                    counts.Late,
                    counts.Open,
                    counts.Overdue,
                    counts.Cancelled));
            }
        }

        return text.ToString();
    }
}
