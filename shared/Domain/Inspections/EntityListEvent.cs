using EntCredit.Domain.Events;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Inspections;

/// <summary>A fact in the life of a jurisdiction's 市场主体名录库. Its stream is <c>entities-{jurisdiction}</c>.</summary>
public abstract record EntityListEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>The list was brought up to date on a day. The same list on another day is a fact of its own: no change is not out of date.</summary>
    [EventName("entity-list.refreshed")]
    public sealed record Refreshed(DateTimeOffset At, string By, string Jurisdiction, DateOnly Day, int Entities, string ListDigest)
        : EntityListEvent(At), IOfJurisdiction;

    /// <summary>The refresh of the day after is awaited.</summary>
    [EventName("entity-list.awaited")]
    public sealed record Awaited(DateTimeOffset At, string Jurisdiction, DateOnly Day) : EntityListEvent(At), IOfJurisdiction;

    /// <summary>A day ended without the list being brought up to date.</summary>
    [EventName("entity-list.overdue")]
    public sealed record FellOverdue(DateTimeOffset At, string Rule, string Debtor, DateOnly Due) : EntityListEvent(At), IFellOverdue;
}
