using EntCredit.Domain.Errors;
using EntCredit.Domain.Records;
using EntCredit.Domain.Sanctions;
using EntCredit.Domain.Sanctions.Measures;
using EntCredit.Orchestrations.Cases;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Sanctions;

/// <summary>Carries out what follows from entries on lists: a sanction starts, is proposed, or is lifted for everyone. May be repeated.</summary>
public sealed class ListingDesk(
    ILedger ledger, SanctionDesk sanctions, Rulebook rulebook, MeasureCatalogue measures, [FromKeyedServices("legal")] TimeProvider legal)
{
    private static readonly ErrorDefinition[] Later = [CaseErrors.Busy, CaseErrors.Stale];

    /// <summary>Follows up entries. How many were not followed up before.</summary>
    public async Task<int> FollowAsync(IReadOnlyList<string> records, DurableTaskClient client, CancellationToken cancellation)
    {
        var law = await rulebook.TodayAsync(cancellation);
        var loaded = await ledger.LoadManyAsync([.. records.Distinct(StringComparer.Ordinal)], cancellation);
        var followed = 0;
        foreach (var stream in loaded.Values)
        {
            var entry = Record.Fold(stream.Events.Cast<RecordEvent>());
            if (entry.FollowKey is not { } standing || standing == entry.FollowedUp) continue;
            if (await CarryOutAsync(stream.Stream, entry, law, client, cancellation) is { } error && Later.Contains(error)) continue;
            var rules = law.CaseRulesFor(entry.Origin!.Jurisdiction);
            string[] causes = ListingDecider.StandingCause(entry, rules, measures) is { } cause ? [cause.Code] : [];
            try
            {
                await ledger.AppendAsync(
                    [new Append(stream.Stream, stream.Partition!, stream.Version, [new RecordEvent.FollowedUp(legal.GetUtcNow(), standing, measures.Version, causes)])], cancellation);
                followed++;
            }
            catch (LedgerConflictException)
            {
                // The entry moved meanwhile: it is followed up again.
            }
        }

        return followed;
    }

    private async Task<ErrorDefinition?> CarryOutAsync(string record, Record entry, LawInForce law, DurableTaskClient client, CancellationToken cancellation)
    {
        var rules = law.CaseRulesFor(entry.Origin!.Jurisdiction);
        var id = ListingDecider.IdOf(record, entry);
        var origin = new CaseOrigin(entry.Origin.Jurisdiction, entry.Subject!);
        switch (ListingDecider.Follow(legal.GetUtcNow(), record, entry, rules, measures))
        {
            case SanctionCommand.Initiate initiate:
                return (await sanctions.InitiateAsync(id, origin, initiate, client, cancellation)).Error;
            case SanctionCommand.Propose propose:
                return (await sanctions.ProposeAsync(id, origin, propose, client, cancellation)).Error;
        }

        // 移出: at once, for everyone who received it.
        var file = await sanctions.LoadAsync(id, cancellation);
        if (file.Sanction is { Initiator: { } initiator, LiftedAt: null })
            return (await sanctions.LiftAsync(id, initiator, ListingDecider.Removed, null, client, cancellation)).Error;
        return file.Sanction.Proposal is { } proposal
            ? (await sanctions.DropAsync(id, proposal.By, ListingDecider.Removed, client, cancellation)).Error
            : null;
    }
}
