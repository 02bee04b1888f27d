using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Compliance;

/// <summary>Counts duties one by one into a report, in memory bounded by departments and rules.</summary>
/// <param name="from">The period's first day.</param>
/// <param name="through">The period's last day.</param>
/// <param name="now">The legal instant at which the report is made.</param>
public sealed class ComplianceTally(DateOnly from, DateOnly through, DateTimeOffset now)
{
    /// <summary>How many overdue duties a department's part shows one by one.</summary>
    public const int OverdueShown = 50;

    private readonly SortedDictionary<string, Tally> departments = new(StringComparer.Ordinal);

    /// <summary>The instant at which each duty's standing is taken.</summary>
    public DateTimeOffset AsOf { get; } = now < LegalZone.EndOf(through) ? now : LegalZone.EndOf(through);

    /// <summary>Counts one duty that lived in the period.</summary>
    public void Add(Obligation duty)
    {
        if (!departments.TryGetValue(duty.Debtor, out var tally)) departments[duty.Debtor] = tally = new Tally(duty.Jurisdiction);
        var standing = duty.StandingAt(AsOf);
        tally.Rules[duty.Rule] = tally.Rules.GetValueOrDefault(duty.Rule).With(standing);
        if (standing == DutyStanding.Overdue) tally.NoteOverdue(duty);
    }

    /// <summary>The report of what was counted. A department that owed nothing is not in it.</summary>
    public ComplianceReport Report(DepartmentRegister register)
    {
        var parts = departments.Select(pair => new DepartmentCompliance(
            pair.Key,
            register.Find(pair.Key)?.Name ?? pair.Key,
            pair.Value.Jurisdiction,
            [.. pair.Value.Rules.Select(rule => new RuleCompliance(rule.Key, RuleTitles.Of(rule.Key), rule.Value))],
            pair.Value.Overdue));
        return new ComplianceReport(from, through, AsOf, [.. parts]);
    }

    private sealed class Tally(string jurisdiction)
    {
        public string Jurisdiction { get; } = jurisdiction;

        public SortedDictionary<string, DutyCounts> Rules { get; } = new(RuleTitles.Order);

        public List<Obligation> Overdue { get; } = [];

        public void NoteOverdue(Obligation duty)
        {
            var place = Overdue.FindIndex(other => other.Due > duty.Due);
            Overdue.Insert(place < 0 ? Overdue.Count : place, duty);
            if (Overdue.Count > OverdueShown) Overdue.RemoveAt(OverdueShown);
        }
    }
}
