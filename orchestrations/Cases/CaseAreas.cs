using EntCredit.Domain.Corrections;
using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Events;
using EntCredit.Domain.Inspections;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Provision;
using EntCredit.Domain.Sanctions;
using EntCredit.Orchestrations.Corrections;
using EntCredit.Orchestrations.DualNotice;
using EntCredit.Orchestrations.Inspections;
using EntCredit.Orchestrations.Objections;
using EntCredit.Orchestrations.Provision;
using EntCredit.Orchestrations.Sanctions;

namespace EntCredit.Orchestrations.Cases;

/// <summary>Every area whose cases have duties.</summary>
public static class CaseAreas
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<CaseArea> All { get; } =
    [
        new CaseArea<ObjectionEvent, Objection>(
            ObjectionOrchestrator.Name,
            Objection.Initial,
            Objection.Evolve,
            state => state.Duties,
            state => state.Phase is ObjectionPhase.Closed or ObjectionPhase.Withdrawn,
            (at, state, rules) => ObjectionDecider.Decide(new ObjectionCommand.NoteOverdue(at), state, rules)),
        new CaseArea<CorrectionEvent, Correction>(
            CorrectionOrchestrator.Name,
            Correction.Initial,
            Correction.Evolve,
            state => state.Duties,
            state => state.Phase is CorrectionPhase.Corrected or CorrectionPhase.Dismissed,
            (at, state, rules) => CorrectionDecider.Decide(new CorrectionCommand.NoteOverdue(at), state, rules)),
        new CaseArea<DeliveryEvent, Delivery>(
            SanctionDeliveryOrchestrator.Name,
            Delivery.Initial,
            Delivery.Evolve,
            state => state.Duties,
            state => state.Ended,
            (at, state, rules) => DeliveryDecider.Decide(new DeliveryCommand.NoteOverdue(at), state, rules)),
        new CaseArea<RestrictionEvent, Restriction>(
            RestrictionOrchestrator.Name,
            Restriction.Initial,
            Restriction.Evolve,
            state => state.Duties,
            state => state.Phase == RestrictionPhase.Lifted,
            (at, state, rules) => RestrictionDecider.Decide(new RestrictionCommand.NoteOverdue(at), state, rules)),
        new CaseArea<NoticeEvent, Notice>(
            DualNoticeOrchestrator.Name,
            Notice.Initial,
            Notice.Evolve,
            state => state.Duties,
            state => state.Phase is NoticePhase.Finished or NoticePhase.Deregistered,
            (at, state, rules) => NoticeDecider.Decide(new NoticeCommand.NoteOverdue(at), state, rules)),
        new CaseArea<RosterEvent, Roster>(
            RosterOrchestrator.Name,
            Roster.Initial,
            Roster.Evolve,
            state => state.Duties,
            state => state.StaleSince is null,
            (at, state, rules) => RosterDecider.Decide(new RosterCommand.NoteOverdue(at), state, rules)),

        // A list that is owed every day is never done: the reconciler notes a day that was missed, and nothing waits for years.
        new CaseArea<EntityListEvent, EntityList>(
            null,
            EntityList.Initial,
            EntityList.Evolve,
            state => state.Duties,
            _ => false,
            (at, state, rules) => EntityListDecider.Decide(new EntityListCommand.NoteOverdue(at), state, rules)),
        new CaseArea<ProvisionEvent, MonthProvision>(
            MonthlyProvisionOrchestrator.Name,
            MonthProvision.Initial,
            MonthProvision.Evolve,
            state => state.Duties,
            state => state.Finished,
            (at, state, rules) => ProvisionDecider.Decide(new ProvisionCommand.NoteOverdue(at), state, rules)),
    ];

    /// <summary>The area that a fact belongs to, or null.</summary>
    public static CaseArea? Of(DomainEvent happened) => All.FirstOrDefault(area => area.Owns(happened));
}
