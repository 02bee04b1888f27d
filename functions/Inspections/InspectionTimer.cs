using EntCredit.Orchestrations.Inspections;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Inspections;

/// <summary>What inspections need of the clock: the daily list (T17), and results that the intake has brought.</summary>
public sealed class InspectionTimer(EntityListRefresh refresh, DrawSettlement settlement, ILogger<InspectionTimer> logger)
{
    /// <summary>16:10 UTC is 00:10 in Shanghai: the list of the day that has begun.</summary>
    [Function("RefreshEntities")]
    public Task RefreshAsync([TimerTrigger("0 10 16 * * *")] TimerInfo timer, CancellationToken cancellation) => refresh.RunAsync(cancellation);

    /// <summary>Every two hours, beside the exports: what a run missed, the next finds by the ledger; the daily list too, since a tick that failed is not given again and the day would be breached.</summary>
    [Function("SettleDraws")]
    public async Task SettleAsync([TimerTrigger("0 40 */2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await refresh.RunAsync(cancellation);
        var brought = await settlement.RunAsync(cancellation);
        if (brought > 0) logger.LogInformation("{Results} results of drawn inspections came from the intake", brought);
    }
}
