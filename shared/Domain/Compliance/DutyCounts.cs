using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Compliance;

/// <summary>Duties of one kind, by where they stood at the report's instant. Owed is the sum of met, late, open and overdue.</summary>
/// <param name="Met">Kept in time.</param>
/// <param name="Late">Kept late.</param>
/// <param name="Open">Not yet kept, the last day not over.</param>
/// <param name="Overdue">Not kept, the last day over.</param>
/// <param name="Cancelled">Ended for another reason (withdrawn …); not owed.</param>
public readonly record struct DutyCounts(int Met, int Late, int Open, int Overdue, int Cancelled)
{
    /// <summary>What was owed.</summary>
    public int Owed => Met + Late + Open + Overdue;

    /// <summary>The counts with one more duty.</summary>
    public DutyCounts With(DutyStanding standing) => standing switch
    {
        DutyStanding.Met => this with { Met = Met + 1 },
        DutyStanding.Late => this with { Late = Late + 1 },
        DutyStanding.Open => this with { Open = Open + 1 },
        DutyStanding.Overdue => this with { Overdue = Overdue + 1 },
        _ => this with { Cancelled = Cancelled + 1 },
    };

    /// <summary>The counts of both.</summary>
    public static DutyCounts operator +(DutyCounts a, DutyCounts b) =>
        new(a.Met + b.Met, a.Late + b.Late, a.Open + b.Open, a.Overdue + b.Overdue, a.Cancelled + b.Cancelled);

    /// <inheritdoc cref="op_Addition"/>
    public static DutyCounts Add(DutyCounts left, DutyCounts right) => left + right;
}
