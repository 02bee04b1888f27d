using System.Text.Json.Serialization;
using EntCredit.Domain.Events;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Inspections;

/// <summary>A fact in the life of a department's 执法检查人员名录库. Its stream is <c>roster-{department}</c>.</summary>
public abstract record RosterEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>An inspector joined, left or changed.</summary>
    [EventName("roster.changed")]
    public sealed record Changed(DateTimeOffset At, string By, string Jurisdiction, string ChangeId, DateOnly ChangedOn)
        : RosterEvent(At), IOfJurisdiction
    {
        /// <summary>Whom it is about.</summary>
        [Personal, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Inspector { get; init; }
    }

    /// <summary>The roster on the platform was brought up to date.</summary>
    [EventName("roster.updated")]
    public sealed record Updated(DateTimeOffset At, string By, string RosterDigest) : RosterEvent(At)
    {
        /// <summary>Whom draws may take, by code; null where the department keeps the roster itself.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyList<RosterInspector>? Inspectors { get; init; }
    }

    /// <summary>A duty's last day ended without it being kept.</summary>
    [EventName("roster.overdue")]
    public sealed record FellOverdue(DateTimeOffset At, string Rule, string Debtor, DateOnly Due) : RosterEvent(At), IFellOverdue;
}
