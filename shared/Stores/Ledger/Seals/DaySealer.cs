using EntCredit.Domain.Calendar;
using EntCredit.Domain.Seals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Stores.Ledger.Seals;

/// <summary>Seals what the ledger took up to the end of the last legal day.</summary>
public sealed class DaySealer(
    ILedger ledger, ILedgerOrder order, [FromKeyedServices("legal")] TimeProvider legal, ILogger<DaySealer> logger)
{
    /// <summary>Seals the day that has ended, unless it is sealed or nothing has happened since the last seal.</summary>
    public async Task SealAsync(CancellationToken cancellation)
    {
        var now = legal.GetUtcNow();
        var day = LegalZone.DayOf(now).AddDays(-1);
        var stream = await ledger.LoadAsync(DaySealed.Stream, cancellation);
        var last = stream.Events.Cast<DaySealed>().LastOrDefault();
        var from = (last?.Through ?? 0) + 1;
        var through = await order.ExtendAsync(cancellation);
        if (last?.Day >= day || through < from) return;
        var seal = new DaySealed(now, day, from, through, await order.RootAsync(from, through, cancellation));
        try
        {
            await ledger.AppendAsync([new Append(DaySealed.Stream, DaySealed.Stream, stream.Version, [seal])], cancellation);
            logger.LogInformation("{Day} is sealed: events {From} to {Through}", seal.Day, seal.From, seal.Through);
        }
        catch (LedgerConflictException)
        {
            // Sealed by another run at the same moment.
        }
    }
}
