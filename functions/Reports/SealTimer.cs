using EntCredit.Stores.Blobs;
using EntCredit.Stores.Ledger.Seals;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Reports;

/// <summary>Seals each legal day just after its end, before the report that prints the seal: a fact of the ledger first, then kept where nobody can change it.</summary>
public sealed class SealTimer(DaySealer sealer, ILedgerOrder order, RootStore roots, ILogger<SealTimer> logger)
{
    private const int LastMonth = 31;

    /// <summary>16:02 UTC is 00:02 in Shanghai. What could not be kept outside is kept with the next.</summary>
    [Function("SealDay")]
    public async Task RunAsync([TimerTrigger("0 2 16 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await sealer.SealAsync(cancellation);
        foreach (var seal in await order.SealsAsync(LastMonth, cancellation))
        {
            if (!await roots.KeepAsync(seal, cancellation))
                logger.LogCritical("The seal of {Day} that is kept outside is not the ledger's: one of the two was altered", seal.Sealed.Day);
        }
    }
}
