using System.Text.Json.Serialization;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Sanctions;

/// <summary>A fact in the life of one restricting decision of one department. Its stream is <c>restriction-{id}</c>.</summary>
public abstract record RestrictionEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>The department decided.</summary>
    [EventName("restriction.decided")]
    public sealed record Decided(DateTimeOffset At, string By, SanctionTarget Target, string? Sanction, DateOnly DecidedOn, string Measure)
        : RestrictionEvent(At), IOfJurisdiction
    {
        string IOfJurisdiction.Jurisdiction => Target.Jurisdiction;

        /// <summary>The persons whom it restricts too.</summary>
        [Personal, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyList<ResponsiblePerson>? Persons { get; init; }
    }

    /// <summary>The department fed back how it is carried out.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">The department.</param>
    /// <param name="ResultDigest">The digest of what it said.</param>
    /// <param name="To">Who receives it; null where the document asks for nothing.</param>
    /// <param name="Published">Whether it is published under the enterprise (L6).</param>
    [EventName("restriction.fed-back")]
    public sealed record FedBack(DateTimeOffset At, string By, string ResultDigest, FeedbackTo? To, bool Published) : RestrictionEvent(At);

    /// <summary>It no longer stands.</summary>
    [EventName("restriction.lifted")]
    public sealed record Lifted(DateTimeOffset At, string Reason) : RestrictionEvent(At);

    /// <summary>A duty's last day ended without it being kept.</summary>
    [EventName("restriction.overdue")]
    public sealed record FellOverdue(DateTimeOffset At, string Rule, string Debtor, DateOnly Due) : RestrictionEvent(At), IFellOverdue;
}
