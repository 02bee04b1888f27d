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
        var missing = new Stack<KeptSeal>();
        foreach (var seal in (await order.SealsAsync(LastMonth, cancellation)).Select(KeptSeal.Of))
        {
            var kept = await roots.FindAsync(seal.Day, cancellation);
            if (kept is not null && kept != seal.ToJson()) logger.LogCritical("The seal of {Day} that is kept outside is not the ledger's: one of the two was altered", seal.Day);
            if (kept is not null) break;
            missing.Push(seal);
        }

        // The oldest first: whatever is kept has all before it kept.
        while (missing.TryPop(out var seal)) await roots.KeepAsync(seal, cancellation);
    }
}
