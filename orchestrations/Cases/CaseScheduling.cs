using EntCredit.Orchestrations.Corrections;
using EntCredit.Orchestrations.DualNotice;
using EntCredit.Orchestrations.Inspections;
using EntCredit.Orchestrations.Objections;
using EntCredit.Orchestrations.Provision;
using EntCredit.Orchestrations.Sanctions;

namespace EntCredit.Orchestrations.Cases;

/// <summary>
/// Keeps the time of a case from its first fact on, and wakes it at each further one: called after the fact was committed, as often as one likes.
/// </summary>
public static class CaseScheduling
{
    /// <summary>An objection.</summary>
    public static Task WakeObjectionAsync(this DurableTaskClient client, string id, CancellationToken cancellation) =>
        client.WakeCaseAsync(ObjectionOrchestrator.Name, Instances.OfObjection(id), cancellation);

    /// <summary>A correction.</summary>
    public static Task WakeCorrectionAsync(this DurableTaskClient client, string id, CancellationToken cancellation) =>
        client.WakeCaseAsync(CorrectionOrchestrator.Name, Instances.OfCorrection(id), cancellation);

    /// <summary>A sanction's delivery to one department.</summary>
    public static Task WakeSanctionDeliveryAsync(this DurableTaskClient client, string sanction, string department, CancellationToken cancellation) =>
        client.WakeCaseAsync(SanctionDeliveryOrchestrator.Name, Instances.OfSanctionDelivery(sanction, department), cancellation);

    /// <summary>A restriction.</summary>
    public static Task WakeRestrictionAsync(this DurableTaskClient client, string id, CancellationToken cancellation) =>
        client.WakeCaseAsync(RestrictionOrchestrator.Name, Instances.OfRestriction(id), cancellation);

    /// <summary>A notice to an approver.</summary>
    public static Task WakeDualNoticeAsync(this DurableTaskClient client, string id, CancellationToken cancellation) =>
        client.WakeCaseAsync(DualNoticeOrchestrator.Name, Instances.OfNotice(id), cancellation);

    /// <summary>A department's roster of inspectors.</summary>
    public static Task WakeRosterAsync(this DurableTaskClient client, string department, CancellationToken cancellation) =>
        client.WakeCaseAsync(RosterOrchestrator.Name, Instances.OfRoster(department), cancellation);

    /// <summary>A department's provision for a month.</summary>
    public static Task WakeProvisionAsync(this DurableTaskClient client, string department, DateOnly month, CancellationToken cancellation) =>
        client.WakeCaseAsync(MonthlyProvisionOrchestrator.Name, Instances.OfProvision(department, month), cancellation);
}
