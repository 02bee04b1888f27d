using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Records;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Reconciliation;

/// <summary>Completes on the record what a case decided, where only the case's own fact was committed: on a store that writes two streams in two steps.</summary>
public sealed class CaseRepair(
    ILedger ledger,
    ICaseBook book,
    CaseEffects effects,
    Rulebook rulebook,
    [FromKeyedServices("legal")] TimeProvider legal,
    ILogger<CaseRepair> logger)
{
    private const int PageSize = 1000;

    /// <summary>One pass. How many cases lacked their effect.</summary>
    public async Task<int> RunAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var lacking = await book.LackingEffectAsync(PageSize, cancellation);
        var law = await rulebook.TodayAsync(cancellation);
        foreach (var stream in lacking)
        {
            var loaded = await ledger.LoadAsync(stream, cancellation);
            var effect = await effects.OnRecordAsync(stream, loaded.Events, law, legal.GetUtcNow(), cancellation);
            if (effect.Error is { } error) logger.LogError("The record of {Case} cannot follow it: {Error}", stream, error.Code);
            if (effect.Append is { } append) await AppendAsync(append, cancellation);
            if (effect.Cohort is { } cohort) await client.WakeCohortAsync(cohort, cancellation);
        }

        return lacking.Count;
    }

    private async Task AppendAsync(Append append, CancellationToken cancellation)
    {
        try
        {
            await ledger.AppendAsync([append], cancellation);
        }
        catch (LedgerConflictException)
        {
            // The record moved meanwhile: the next pass looks again.
        }
    }
}
