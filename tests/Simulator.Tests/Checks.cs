using EntCredit.Simulator.Tests.Naive;
using EntCredit.Simulator.Tests.World;

namespace EntCredit.Simulator.Tests;

/// <summary>Compares what the ledger shows with what must be so.</summary>
internal static class Checks
{
    /// <summary>Everything in which they differ, in words.</summary>
    /// <param name="book">What must be so.</param>
    /// <param name="ledger">What is shown.</param>
    /// <param name="today">The legal day, half an hour old.</param>
    public static List<string> Differences(NaiveBook book, LedgerWindow ledger, DateOnly today)
    {
        var differences = new List<string>();
        var records = ledger.Records();
        var duties = ledger.Duties();
        foreach (var record in book.Records)
        {
            var shown = records.GetValueOrDefault(record.Id)?.ToString();
            if (Expected(book, record) is var expected && expected != shown)
                differences.Add($"{Difference($"{record.Id} ({record.Paper})", expected, shown)}\n    begun by {record.Batch}, collected by {record.CollectedBy}\n{ledger.Story(record.Id)}");
            records.Remove(record.Id);
            Duties(differences, record.Id, record.Paper.ToString(), record.Duties, duties, today);
        }

        differences.AddRange(NaiveProvision.Read(book, duties, today));
        foreach (var one in book.Cases) Duties(differences, one.Stream, "a case", one.Duties, duties, today);

        differences.AddRange(records.Select(pair => $"{pair.Key}: {pair.Value} should not be there"));
        differences.AddRange(duties.Select(pair => $"{pair.Key}: {pair.Value} should not be there"));
        differences.AddRange(Reminders(book, ledger, today));
        return differences;
    }

    private static void Duties(
        List<string> differences, string about, string told, List<NaiveDuty> expected, Dictionary<(string, string, int), SeenDuty> duties, DateOnly today)
    {
        foreach (var (rule, ofRule) in expected.GroupBy(duty => duty.Rule, StringComparer.Ordinal).Select(group => (group.Key, group.ToList())))
        {
            for (var nth = 1; nth <= ofRule.Count; nth++)
            {
                var duty = ofRule[nth - 1];
                var what = $"{about} {rule} ({told})";
                var isThere = duties.Remove((about, rule, nth), out var seen);

                // What the noting of a breach begins may take until the reconciler's next pass.
                if (!isThere && rule == "T11" && duty.OpenedOn == today) continue;
                Compare(differences, what, Expected(duty), isThere ? Shown(seen!) : null);
                if (isThere && MustBeNoted(duty, today) is { } noted && seen!.Noted != noted)
                    differences.Add($"{what} due {duty.Due}: noted overdue is {seen.Noted} on {today}");
            }
        }
    }

    private static IEnumerable<string> Reminders(NaiveBook book, LedgerWindow ledger, DateOnly today)
    {
        var reminders = ledger.Reminders();
        foreach (var record in book.Records)
        {
            var mending = record.Duties.Find(duty => duty.Rule == "T1-mend");
            var expected = 0;
            if (mending is not null)
            {
                var on = NaiveLaw.Before(mending.Due);
                if (on < today && (mending.ClosedOn is null || mending.ClosedOn >= on)) expected = 1;
                if (on == today) continue;
            }

            var seen = reminders.GetValueOrDefault(record.Id)?.Count ?? 0;
            if (seen != expected) yield return $"{record.Id} ({record.Paper}): {seen} reminders instead of {expected}, due {mending?.Due}, closed {mending?.ClosedOn}";
        }
    }

    private static void Compare(List<string> differences, string what, string expected, string? seen)
    {
        if (seen != expected) differences.Add(Difference(what, expected, seen));
    }

    private static string Difference(string what, string expected, string? seen) => $"{what}\n    must be {expected}\n    but is  {seen ?? "not there"}";

    private static string Expected(NaiveBook book, NaiveRecord record) =>
        new SeenRecord(record.Phase(book.Knows(record.Paper.Enterprise)), record.CollectedOn, record.PublishedOn).ToString();

    private static string Expected(NaiveDuty duty) =>
        $"{duty.Debtor} from {duty.From} due {duty.Due} opened {duty.OpenedOn} closed {duty.ClosedOn} {duty.Outcome} {duty.Reason}";

    private static string Shown(SeenDuty duty) =>
        $"{duty.Debtor} from {duty.From} due {duty.Due} opened {duty.OpenedOn} closed {duty.ClosedOn} {(End?)duty.Outcome} {duty.Reason}";

    /// <summary>
    /// Whether a breach must be written down by now: within a few hours after its last day, by who keeps the time or by the reconciler. Null where either
    /// may be: in these hours, and where the duty was kept on the day on which the ledger first heard of it.
    /// </summary>
    private static bool? MustBeNoted(NaiveDuty duty, DateOnly today)
    {
        if (duty.ClosedOn is { } closed) return closed == duty.OpenedOn ? null : closed > duty.Due;
        return duty.Due == today.AddDays(-1) ? null : duty.Due < today;
    }
}
