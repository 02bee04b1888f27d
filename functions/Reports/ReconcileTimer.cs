using EntCredit.Orchestrations.Reconciliation;

namespace EntCredit.Functions.Reports;

/// <summary>Runs the reconciler.</summary>
public sealed class ReconcileTimer(Reconciler reconciler)
{
    /// <summary>Every six hours: what it looks for should not be there.</summary>
    [Function("Reconcile")]
    public Task RunAsync([TimerTrigger("0 15 */6 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        reconciler.RunAsync(client, cancellation);
}
