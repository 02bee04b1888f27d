using System.Text.Json.Nodes;
using EntCredit.Simulator.Tests.Naive;

namespace EntCredit.Simulator.Tests;

/// <summary>Compares a month's compliance report with what must stand in it.</summary>
internal static class ReportCheck
{
    /// <summary>Everything in which they differ, in words.</summary>
    /// <param name="book">What must be so.</param>
    /// <param name="report">The report, as written just after the month had ended.</param>
    /// <param name="lastDay">The month's last day.</param>
    public static IEnumerable<string> Differences(NaiveBook book, JsonNode report, DateOnly lastDay)
    {
        var first = new DateOnly(lastDay.Year, lastDay.Month, 1);
        var expected = book.Duties
            .Where(duty => duty.OpenedOn <= lastDay && (duty.ClosedOn is null || duty.ClosedOn >= first))
            .GroupBy(duty => $"{duty.Debtor} {duty.Rule}", duty => StandingAtTheEndOf(lastDay, duty), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Numbers(group.CountBy(standing => standing).ToDictionary()), StringComparer.Ordinal);
        var shown = report["departments"]!.AsArray()
            .SelectMany(department => department!["rules"]!.AsArray(), (department, rule) => (Debtor: (string)department!["department"]!, Rule: rule!))
            .ToDictionary(
                part => $"{part.Debtor} {(string)part.Rule["rule"]!}",
                part => Numbers(part.Rule["counts"]!.AsObject().ToDictionary(count => count.Key, count => (int)count.Value!)),
                StringComparer.Ordinal);
        return expected.Keys.Union(shown.Keys)
            .Where(key => expected.GetValueOrDefault(key) != shown.GetValueOrDefault(key))
            .Select(key => $"Report of {lastDay:yyyy-MM}, {key}: must be {expected.GetValueOrDefault(key)}, but is {shown.GetValueOrDefault(key)}");
    }

    private static string StandingAtTheEndOf(DateOnly lastDay, NaiveDuty duty)
    {
        if (duty.ClosedOn is null || duty.ClosedOn > lastDay) return duty.Due <= lastDay ? "overdue" : "open";
        return duty.Outcome switch
        {
            End.Met => "met",
            End.Late => "late",
            _ => "cancelled",
        };
    }

    private static string Numbers(Dictionary<string, int> counts) =>
        string.Join(' ', new[] { "met", "late", "open", "overdue", "cancelled" }.Select(standing => $"{standing} {counts.GetValueOrDefault(standing)}"));
}
