using EntCredit.Domain.Compliance;
using EntCredit.Domain.Obligations;
using EntCredit.Stores.Reports;

namespace EntCredit.Functions.Tests.Reports;

/// <summary>What a department's name or a record's id may do to a report: nothing.</summary>
public sealed class ComplianceTextTests
{
    private const string Evil = "=cmd|'/c'!A1<script>\",";
    private static readonly DateTimeOffset At = new(2020, 8, 3, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Csv_HostileName_IsQuotedAndDisarmed()
    {
        var lines = ComplianceCsv.Of(Report(Evil)).Split("\r\n");
        Assert.Equal(3, lines.Length);
        Assert.Contains(",\"'=cmd|'/c'!A1<script>\"\",\",", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",1,0,0,0,1,0", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Html_HostileNameAndRecord_AreEscaped()
    {
        var page = ComplianceHtml.Of(Report(Evil));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("=cmd|&#x27;/c&#x27;!A1&lt;script&gt;&quot;,", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_OverdueDuty_IsCountedAndListedWithItsLastDay()
    {
        var page = ComplianceHtml.Of(Report("住建局"));
        Assert.Contains("逾期未办<b>1</b>", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"d bad\">2020年7月10日</td>", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?i)(src|href)\s*=|url\(", page);
    }

    private static ComplianceReport Report(string name)
    {
        var duty = new Obligation(name, "jieshou", "permit", "T1", "d", new(2020, 7, 1), new(2020, 7, 10), "2020.1", false, At.AddDays(-30), null, null, null);
        var counts = default(DutyCounts).With(duty.StandingAt(At));
        return new ComplianceReport(
            new(2020, 7, 1), new(2020, 7, 31), At, [new DepartmentCompliance("d", name, "jieshou", [new RuleCompliance("T1", RuleTitles.Of("T1"), counts)], [duty])]);
    }
}
