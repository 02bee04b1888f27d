using System.Text.Json.Serialization;
using EntCredit.Domain.Calendar;

namespace EntCredit.Domain.Obligations;

/// <summary>A duty that an event starts. Its identity is the stream of the event and the rule.</summary>
/// <param name="Rule">The rule's number in docs/rules.md, e.g. "T1".</param>
/// <param name="Debtor">The department that owes it.</param>
/// <param name="From">The day that the period is counted from.</param>
/// <param name="Due">The last day; it ends at 24:00 Asia/Shanghai.</param>
/// <param name="CalendarVersion">The calendar that it was computed with.</param>
/// <param name="Provisional">True where a year without a notice was counted.</param>
/// <param name="Term">The period, by which a later calendar finds its own last day; null where the day is fixed.</param>
public sealed record OpenedDuty(
    string Rule, string Debtor, DateOnly From, DateOnly Due, string CalendarVersion, bool Provisional = false, Term? Term = null)
{
    /// <summary>The times in which it stood still, by which a later calendar counts; null where it never did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Pause>? Pauses { get; init; }
}
