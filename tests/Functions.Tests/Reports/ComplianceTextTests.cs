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

    [Fact]
    public void Html_MissingItemAndEmptyField_AreSaidOfTheDepartmentAndEscaped()
    {
        var page = ComplianceHtml.Of(WithQuality(Evil));
        Assert.Contains("<td class=\"d bad\">本期未报</td>", page, StringComparison.Ordinal);
        Assert.Contains(" 2／3</td>", page, StringComparison.Ordinal);
        Assert.Contains("按信息类别统计", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void QualityCsv_OfADepartment_HasALineForEachItemAndEachEmptyField()
    {
        var lines = QualityCsv.Of(WithQuality("住建局")).Split("\r\n");
        Assert.Equal(5, lines.Length);
        Assert.All(lines[..4], line => Assert.Equal(lines[0].Count(letter => letter == ','), line.Count(letter => letter == ',')));
        Assert.EndsWith("\"permit\",\"行政许可信息\",\"否\",\"\",\"\",5,1,2,4,3,1,1,1,0,0", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("\"XK_FRDB\",\"法定代表人\",0,0,0,0,0,0,0,0,2,3", lines[2], StringComparison.Ordinal);
        Assert.Contains("\"penalty\",\"行政处罚信息\",\"是\"", lines[3], StringComparison.Ordinal);
    }

    private static ComplianceReport WithQuality(string name)
    {
        var report = Report(name);
        return report with
        {
            Departments =
            [
                report.Departments[0] with
                {
                    Items =
                    [
                        new ItemQuality("permit", "行政许可信息", new QualityCounts(5, 1, 2, 4, 3, 1, 1, 1), false, [new FieldGap("XK_FRDB", name == "住建局" ? "法定代表人" : name, 2, 3)]),
                        new ItemQuality("penalty", "行政处罚信息", default, true, []),
                    ],
                },
            ],
        };
    }

    private static ComplianceReport Report(string name)
    {
        var duty = new Obligation(name, "jieshou", "permit", "T1", "d", new(2020, 7, 1), new(2020, 7, 10), "2020.1", false, At.AddDays(-30), null, null, null);
        var counts = default(DutyCounts).With(duty.StandingAt(At));
        return new ComplianceReport(
            new(2020, 7, 1), new(2020, 7, 31), At, [new DepartmentCompliance("d", name, "jieshou", [new RuleCompliance("T1", RuleTitles.Of("T1"), counts)], [duty])]);
    }
}
