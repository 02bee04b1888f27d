using EntCredit.Orchestrations.Reconciliation;

namespace EntCredit.Functions.Reports;

/// <summary>Runs the reconciler.</summary>
public sealed class ReconcileTimer(Reconciler reconciler)
{
    /// <summary>Every hour, at a quarter past.</summary>
    [Function("Reconcile")]
    public Task RunAsync([TimerTrigger("0 15 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        reconciler.RunAsync(client, cancellation);
}
