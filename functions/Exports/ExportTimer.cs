using EntCredit.Domain.Calendar;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Ledger.Seals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Exports;

/// <summary>
/// Writes the deltas for the platforms above: 渝府办发〔2016〕170号 三(五) asks for one in at most four hours (T8), Fujian's plan for one without delay (T3). Each
/// jurisdiction whose profile names a platform, from the day on which it holds.
/// </summary>
public sealed class ExportTimer(
    DeltaWriter deltas, ILedgerOrder order, JurisdictionProfiles profiles, [FromKeyedServices("legal")] TimeProvider legal, ILogger<ExportTimer> logger)
{
    /// <summary>Every two hours: one that fails leaves time for another.</summary>
    [Function("ExportDeltas")]
    public async Task RunAsync([TimerTrigger("0 40 */2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await order.ExtendAsync(cancellation);
        var today = LegalZone.DayOf(legal.GetUtcNow());
        foreach (var profile in profiles.All.Where(profile => profile.Exchanges.Count > 0 && profile.HoldsFrom <= today))
        {
            try
            {
                await deltas.WriteAsync(profile.Id, cancellation);
            }
            catch (LedgerConflictException)
            {
                logger.LogInformation("The delta of {Jurisdiction} was written by another run", profile.Id);
            }
        }
    }
}
