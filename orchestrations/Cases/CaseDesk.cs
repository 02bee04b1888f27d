using EntCredit.Stores.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Cases;

/// <summary>Asks a case, by its own area, which of its duties were not kept by the end of their last day.</summary>
public sealed class CaseDesk(ILedger ledger, Rulebook rulebook, [FromKeyedServices("legal")] TimeProvider legal)
{
    private const int Tries = 5;

    /// <summary>Notes what the legal now has ended, and tells where the case stands. What is noted already gives nothing.</summary>
    /// <param name="stream">The case's stream; one that the ledger does not know is finished.</param>
    /// <param name="cancellation">Stops the work between ledger calls.</param>
    /// <exception cref="InvalidOperationException">The stream is no case of any area.</exception>
    public async Task<CaseOutcome> NoteOverdueAsync(string stream, CancellationToken cancellation)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await NoteAsync(stream, cancellation);
            }
            catch (LedgerConflictException) when (tried < Tries)
            {
                // Somebody else wrote a fact of the case meanwhile: it is read and decided again.
            }
        }
    }

    private async Task<CaseOutcome> NoteAsync(string stream, CancellationToken cancellation)
    {
        var law = await rulebook.TodayAsync(cancellation);
        var loaded = await ledger.LoadAsync(stream, cancellation);
        if (loaded.Version == 0) return new CaseOutcome(1, null);
        var area = CaseAreas.Of(loaded.Events[0]) ?? throw new InvalidOperationException($"Stream {stream} is no case of any area.");
        var (events, after) = area.NoteOverdue(loaded.Events, law, legal.GetUtcNow());
        if (events.Count > 0)
            await ledger.AppendAsync([new Append(stream, loaded.Partition ?? stream, loaded.Version, events)], cancellation);
        return after;
    }
}
