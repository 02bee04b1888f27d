using System.Text.Json.Nodes;
using static EntCredit.Demo.Answers;
using static EntCredit.Demo.Timeline;
using static EntCredit.Demo.Town;

namespace EntCredit.Demo.Chapters;

/// <summary>A month's compliance report.</summary>
public static class Reports
{
    /// <summary>Prints each department's rules; each row must come to what was owed.</summary>
    public static void Print(JsonNode report)
    {
        foreach (var department in Items(report, "departments"))
        {
            Also(Text(department, "name"));
            foreach (var rule in Items(department, "rules"))
            {
                var counts = rule["counts"]!;
                Also($"  {Text(rule, "rule"),-8} 应办 {counts["owed"],3}　按时 {counts["met"],3}　逾期办结 {counts["late"],3}　办理中 {counts["open"],3}　逾期未办 {counts["overdue"],3}　{Text(rule, "title")}");
                Expect($"{Text(department, "department")} {Text(rule, "rule")} 的应办数", (int)counts["owed"]!, (int)counts["met"]! + (int)counts["late"]! + (int)counts["open"]! + (int)counts["overdue"]!);
            }
        }
    }

    /// <summary>A department's row of a rule as "owed met late open overdue"; "0 0 0 0 0" where there is none.</summary>
    public static string Row(JsonNode report, string department, string rule)
    {
        var part = Items(report, "departments").FirstOrDefault(one => Text(one, "department") == department);
        var row = part is null ? null : Items(part, "rules").FirstOrDefault(one => Text(one, "rule") == rule);
        return row?["counts"] is not { } counts ? "0 0 0 0 0" : $"{counts["owed"]} {counts["met"]} {counts["late"]} {counts["open"]} {counts["overdue"]}";
    }
}
