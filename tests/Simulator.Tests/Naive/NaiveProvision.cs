using EntCredit.Simulator.Tests.World;

namespace EntCredit.Simulator.Tests.Naive;

/// <summary>
/// 渝府办发〔2016〕170号 三(二)(三): every month is owed by the 5th of the next, and what was given is loaded by the month's last working day. On which days
/// something was given is taken from the ledger, since uploads and declarations give it; all that follows from these days is computed again.
/// </summary>
internal static class NaiveProvision
{
    public const string Department = "chongqing-transport";

    /// <summary>Takes the months' duties out of what is shown and puts what must be so into the book.</summary>
    public static IEnumerable<string> Read(NaiveBook book, Dictionary<(string About, string Rule, int Nth), SeenDuty> duties, DateOnly today)
    {
        book.Months.Clear();
        foreach (var (key, seen) in duties.Where(duty => duty.Key.About.StartsWith("provision-", StringComparison.Ordinal)).ToList())
        {
            duties.Remove(key);
            var month = DateOnly.ParseExact(key.About[^6..] + "01", "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
            var duty = key.Rule == "T6"
                ? new NaiveDuty("T6", Department, month, NaiveLaw.FifthAfter(month), seen.OpenedOn)
                : new NaiveDuty("T7", "chongqing-aic", seen.OpenedOn, NaiveLaw.LoadDay(seen.OpenedOn), seen.OpenedOn);
            if (seen.ClosedOn is { } closed) duty.Keep(closed);
            if (!book.Months.TryGetValue(month, out var ofMonth)) book.Months[month] = ofMonth = [];
            ofMonth.Add(duty);
            if ((duty.Debtor, duty.From, duty.Due, (int?)duty.Outcome) != (seen.Debtor, seen.From, seen.Due, seen.Outcome)) yield return $"{key}: {seen} must be due {duty.Due} {duty.Outcome}";
        }

        for (var month = book.FirstMonth; month.AddMonths(1) < today; month = month.AddMonths(1))
        {
            if (NaiveLaw.Holds("chongqing", month.AddMonths(1).AddDays(-1)) && !book.Months.ContainsKey(month)) yield return $"{month:yyyy-MM} is owed by nobody on {today}";
        }
    }
}
