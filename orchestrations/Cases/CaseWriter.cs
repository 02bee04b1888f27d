using EntCredit.Domain.Events;
using EntCredit.Domain.Obligations;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Cases;

/// <summary>Asks a case that is one stream: loads it, decides by the law in force, commits what follows; where somebody else wrote meanwhile, again.</summary>
public sealed class CaseWriter(ILedger ledger, Rulebook rulebook, [FromKeyedServices("legal")] TimeProvider legal)
{
    private const int Tries = 5;

    /// <summary>Where a case stands.</summary>
    public async Task<CaseAnswer<TState>> LoadAsync<TEvent, TState>(
        string stream, Func<IEnumerable<TEvent>, TState> fold, CancellationToken cancellation)
        where TEvent : DomainEvent
    {
        var law = await rulebook.TodayAsync(cancellation);
        var loaded = await ledger.LoadAsync(stream, cancellation);
        return new CaseAnswer<TState>(fold(loaded.Events.Cast<TEvent>().Select(law.Today)), loaded.Version);
    }

    /// <summary>Asks it.</summary>
    /// <param name="stream">The case.</param>
    /// <param name="fold">Its state after a history.</param>
    /// <param name="decide">Its decider, at the legal now.</param>
    /// <param name="expected">The version that it must have, or null.</param>
    /// <param name="origin">Where it belongs if it begins with this, or null where it must be there.</param>
    /// <param name="cancellation">Stops the work between ledger calls.</param>
    /// <exception cref="InvalidOperationException">The case is not there, and <paramref name="origin"/> is null.</exception>
    public async Task<CaseAnswer<TState>> AskAsync<TEvent, TState>(
        string stream,
        Func<IEnumerable<TEvent>, TState> fold,
        Func<DateTimeOffset, TState, CaseRules, Decision<TEvent>> decide,
        long? expected,
        CaseOrigin? origin,
        CancellationToken cancellation)
        where TEvent : DomainEvent
    {
        for (var tried = 1; ; tried++)
        {
            var law = await rulebook.TodayAsync(cancellation);
            var loaded = await ledger.LoadAsync(stream, cancellation);
            var history = loaded.Events.Cast<TEvent>().Select(law.Today).ToList();
            var state = fold(history);
            if (expected is { } version && version != loaded.Version) return new(state, loaded.Version, CaseErrors.Stale);

            var jurisdiction = loaded.Events.OfType<IOfJurisdiction>().FirstOrDefault()?.Jurisdiction
                ?? origin?.Jurisdiction
                ?? throw new InvalidOperationException($"Case {stream} is not there.");
            var decision = decide(legal.GetUtcNow(), state, law.CaseRulesFor(jurisdiction));
            if (decision.Error is not null || decision.Events.Count == 0) return new(state, loaded.Version, decision.Error);
            var append = new Append(stream, loaded.Partition ?? origin?.Partition ?? stream, loaded.Version, decision.Events);
            try
            {
                await ledger.AppendAsync(loaded.Version == 0 && origin?.Also is { } also ? [also, append] : [append], cancellation);
                return new(fold(history.Concat(decision.Events)), loaded.Version + decision.Events.Count, null, loaded.Version == 0);
            }
            catch (LedgerConflictException) when (tried < Tries)
            {
                // Somebody else wrote a fact of the case meanwhile: it is read and decided again.
                if (origin?.Also is { } known && (await ledger.LoadAsync(known.Stream, cancellation)).Version > 0) origin = origin with { Also = null };
            }
            catch (LedgerConflictException)
            {
                return new(state, loaded.Version, CaseErrors.Busy);
            }
        }
    }
}
