using EntCredit.Domain.Corrections;
using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Events;
using EntCredit.Domain.Inspections;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Provision;
using EntCredit.Domain.Sanctions;

namespace EntCredit.Domain.Obligations;

/// <summary>Where a case belongs. A case never moves: the first of its facts that names a place names it for all.</summary>
/// <param name="Jurisdiction">The profile that it follows.</param>
/// <param name="Item">The catalogue item that it concerns, or null.</param>
public sealed record CasePlace(string Jurisdiction, string? Item)
{
    /// <summary>The place of a case by its history; null where no fact has named it yet.</summary>
    public static CasePlace? Of(IEnumerable<DomainEvent> history) => history.Select(Of).FirstOrDefault(place => place is not null);

    /// <summary>The place that a fact names, or null.</summary>
    public static CasePlace? Of(DomainEvent happened) => happened switch
    {
        ObjectionEvent.Lodged e => new(e.About.Jurisdiction, e.About.Item),
        CorrectionEvent.Reported e => new(e.About.Jurisdiction, e.About.Item),
        CorrectionEvent.Discovered e => new(e.About.Jurisdiction, e.About.Item),
        SanctionEvent.Initiated e => new(e.Target.Jurisdiction, null),
        DeliveryEvent.Pushed e => new(e.Target.Jurisdiction, null),
        RestrictionEvent.Decided e => new(e.Target.Jurisdiction, null),
        NoticeEvent.ApplicantTold e => new(e.About.Jurisdiction, null),
        NoticeEvent.Pushed e => new(e.About.Jurisdiction, null),
        NoticeEvent.Published e => new(e.About.Jurisdiction, null),
        RosterEvent.Changed e => new(e.Jurisdiction, null),
        EntityListEvent.Refreshed e => new(e.Jurisdiction, null),
        EntityListEvent.Awaited e => new(e.Jurisdiction, null),
        DrawEvent.Committed e => new(e.Jurisdiction, null),
        ProvisionEvent.Expected e => new(e.Jurisdiction, null),
        _ => null,
    };
}
