using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Sanctions;

/// <summary>A fact in a sanction's delivery to one implementer. Its stream is <c>sanction-{id}-{department}</c>: each implementer owes for itself.</summary>
public abstract record DeliveryEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>The sanction was pushed to the implementer.</summary>
    [EventName("sanction-delivery.pushed")]
    public sealed record Pushed(DateTimeOffset At, string Sanction, SanctionTarget Target, string Initiator, string To)
        : DeliveryEvent(At), IOfJurisdiction
    {
        string IOfJurisdiction.Jurisdiction => Target.Jurisdiction;
    }

    /// <summary>The implementer received it.</summary>
    [EventName("sanction-delivery.received")]
    public sealed record Received(DateTimeOffset At, string By) : DeliveryEvent(At);

    /// <summary>The implementer said how it was applied; to whom that goes is the profile's word, null where the document asks for nothing.</summary>
    [EventName("sanction-delivery.applied")]
    public sealed record Applied(DateTimeOffset At, string By, string ResultDigest, FeedbackTo? To) : DeliveryEvent(At);

    /// <summary>Who had received it was told that it is lifted.</summary>
    [EventName("sanction-delivery.lifting-sent")]
    public sealed record LiftingSent(DateTimeOffset At) : DeliveryEvent(At);

    /// <summary>The implementer knows that it is lifted.</summary>
    [EventName("sanction-delivery.lifting-received")]
    public sealed record LiftingReceived(DateTimeOffset At, string By) : DeliveryEvent(At);

    /// <summary>It was lifted before it was received.</summary>
    [EventName("sanction-delivery.recalled")]
    public sealed record Recalled(DateTimeOffset At) : DeliveryEvent(At);

    /// <summary>A duty's last day ended without it being kept.</summary>
    [EventName("sanction-delivery.overdue")]
    public sealed record FellOverdue(DateTimeOffset At, string Rule, string Debtor, DateOnly Due) : DeliveryEvent(At), IFellOverdue;
}
