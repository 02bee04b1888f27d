using EntCredit.Domain.Calendar;

namespace EntCredit.Domain.Obligations;

/// <summary>A duty as the ledger knows it: who owes what, until when, and whether it was kept.</summary>
/// <param name="About">The stream that it concerns: a record, a batch, an objection.</param>
/// <param name="Jurisdiction">The profile that it comes from.</param>
/// <param name="Item">The catalogue item that it concerns, or null.</param>
/// <param name="Rule">The rule's number.</param>
/// <param name="Debtor">The department that owes it.</param>
/// <param name="From">The day that its period is counted from.</param>
/// <param name="Due">Its last day.</param>
/// <param name="CalendarVersion">The calendar that the last day was computed with.</param>
/// <param name="Provisional">True where a year without a notice was counted.</param>
/// <param name="OpenedAt">The instant at which it came to be.</param>
/// <param name="ClosedAt">The instant at which it ended, or null.</param>
/// <param name="Outcome">How it ended, or null.</param>
/// <param name="Reason">Why it ended so, or null.</param>
public sealed record Obligation(
    string About,
    string Jurisdiction,
    string? Item,
    string Rule,
    string Debtor,
    DateOnly From,
    DateOnly Due,
    string CalendarVersion,
    bool Provisional,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt,
    DutyOutcome? Outcome,
    string? Reason)
{
    /// <summary>The instant at which its last day has ended, exclusive.</summary>
    public DateTimeOffset DueInstant => LegalZone.EndOf(Due);

    /// <summary>Where it stood at an instant; what happened after the instant is not counted.</summary>
    public DutyStanding StandingAt(DateTimeOffset instant) => this switch
    {
        { ClosedAt: { } closed, Outcome: { } outcome } when closed <= instant => outcome switch
        {
            DutyOutcome.Met => DutyStanding.Met,
            DutyOutcome.Late => DutyStanding.Late,
            _ => DutyStanding.Cancelled,
        },
        _ => instant < DueInstant ? DutyStanding.Open : DutyStanding.Overdue,
    };
}
