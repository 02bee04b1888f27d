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
        var last = (await order.SealsAsync(1, cancellation)).SingleOrDefault();
        var from = (last?.Sealed.Through ?? 0) + 1;
        var through = await order.LastPositionAsync(cancellation);
        if (last?.Sealed.Day >= day || through < from) return;
        await AppendAsync(new DaySealed(now, day, from, through, await order.RootAsync(from, through, cancellation)), cancellation);
    }

    private async Task AppendAsync(DaySealed seal, CancellationToken cancellation)
    {
        var stream = await ledger.LoadAsync(DaySealed.Stream, cancellation);
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
