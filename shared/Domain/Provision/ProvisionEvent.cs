using EntCredit.Domain.Events;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Provision;

/// <summary>A fact about a department's provision for a month. Its stream is <c>provision-{department}-{yyyyMM}</c>.</summary>
public abstract record ProvisionEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>The month's information is owed.</summary>
    /// <param name="At">When that was said.</param>
    /// <param name="Department">Who owes it.</param>
    /// <param name="Jurisdiction">Its profile.</param>
    /// <param name="Month">The month's first day.</param>
    [EventName("provision.expected")]
    public sealed record Expected(DateTimeOffset At, string Department, string Jurisdiction, DateOnly Month)
        : ProvisionEvent(At), IOfJurisdiction;

    /// <summary>Information of the month was given.</summary>
    [EventName("provision.provided")]
    public sealed record Provided(DateTimeOffset At, string By, int Records, string Digest) : ProvisionEvent(At);

    /// <summary>What was given was loaded and is public.</summary>
    [EventName("provision.loaded")]
    public sealed record Loaded(DateTimeOffset At, string By, int Records) : ProvisionEvent(At);

    /// <summary>A duty's last day ended without it being kept.</summary>
    [EventName("provision.overdue")]
    public sealed record FellOverdue(DateTimeOffset At, string Rule, string Debtor, DateOnly Due) : ProvisionEvent(At), IFellOverdue;
}
