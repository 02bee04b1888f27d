using static EntCredit.Demo.Timeline;

namespace EntCredit.Demo.Chapters;

/// <summary>Step 8, second part: the report of all of it, by department.</summary>
public sealed class Compliance(Town town)
{
    private const string Supervision = "jieshou-scjg", July = "2020-07", August = "2020-08";

    // Owed, met, late, open, overdue.
    private const string Met = "1 1 0 0 0", Overdue = "1 0 0 0 1", Nothing = "0 0 0 0 0";

    // The month itself and each of the three records that came for it.
    private const string MonthAndRecords = "4 4 0 0 0";

    private static readonly (string Period, string Department, string Rule, string Counts)[] Rows =
    [
        (July, "chongqing-transport", "T6", Met),
        (July, "chongqing-construction", "T6", Met),
        (July, "chongqing-environment", "T6", Met),
        (July, "chongqing-aic", "T7", Nothing),
        (August, "jieshou-housing", "T12", Met),
        (August, "jieshou-enforcement", "T12", Overdue),
        (August, "hunan-housing", "T13", Met),
        (August, "hunan-aic", "T13", Overdue),
        (August, "jieshou-housing", "T14", Met),
        (August, "jieshou-enforcement", "T14", Overdue),
        (August, "hunan-housing", "T15", Met),
        (August, "chongqing-transport", "T6", MonthAndRecords),
        (August, "chongqing-construction", "T6", Met),
        (August, "chongqing-environment", "T6", Overdue),
        (August, "chongqing-aic", "T7", Met),
    ];

    /// <summary>On 2020-09-01.</summary>
    public async Task PlayAsync()
    {
        Chapter("第八步（二）　八月履职情况通报，按部门");
        foreach (var period in new[] { July, August })
        {
            var report = await town.AskAsync(Supervision, $"/api/v1/reports/{period}.json");
            foreach (var row in Rows.Where(row => row.Period == period))
                Expect($"{period} {row.Department} {row.Rule}（应办 按时 逾期办结 办理中 逾期未办）", row.Counts, Reports.Row(report, row.Department, row.Rule));
            if (period != August) continue;
            At(report["asOf"], $"reports/{period}/compliance.json、.csv、.html（统计期 {report["from"]} 至 {report["through"]}）");
            Reports.Print(report);
        }

        Also($"七月、八月两期通报中 T6、T7、T12 至 T15 的 {Rows.Length} 行逐一核对无误");
        Expect("八月的网页通报", true, (await town.BlobAsync("reports", August + "/compliance.html")).Contains("逾期", StringComparison.Ordinal));
    }
}
