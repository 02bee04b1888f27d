using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using EntCredit.Domain.Sanctions;
using EntCredit.Domain.Sanctions.Counter;
using EntCredit.Domain.Sanctions.Measures;
using EntCredit.Stores.Ledger;

namespace EntCredit.Stores.Views;

/// <summary>What the counter asks of the ledger: a subject's sanctions, restrictions and entries on lists, found by the index of cases and read from their streams.</summary>
public sealed class CounterBook(ICaseIndex cases, ILedger ledger, MeasureCatalogue law)
{
    private const int Most = 200;

    /// <summary>What is known of a subject in the jurisdiction of the rules.</summary>
    public async Task<CounterFacts> OfAsync(string subject, CaseRules rules, CancellationToken cancellation)
    {
        var sanctions = await cases.FindAsync(CaseKind.Sanction, CasePart.Subject, subject, null, Most, cancellation);
        var restrictions = await cases.FindAsync(CaseKind.Restriction, CasePart.Subject, subject, null, Most, cancellation);
        var listings = await cases.FindAsync(CaseKind.Record, CasePart.Subject, subject, null, Most, cancellation);
        if (sanctions.Count + restrictions.Count + listings.Count == 0) return new CounterFacts([], [], []);
        var loaded = await ledger.LoadManyAsync([.. sanctions, .. restrictions, .. listings], cancellation);
        var here = rules.Profile.Id;
        List<(string, Restriction)> decided = [];
        foreach (var stream in restrictions)
        {
            var state = Restriction.Fold(loaded[stream].Events.Cast<RestrictionEvent>());
            if (state.Decision?.Target.Jurisdiction == here) decided.Add((stream, state));
        }

        List<(string, Sanction, DateTimeOffset)> started = [];
        foreach (var stream in sanctions)
        {
            var state = Sanction.Fold(loaded[stream].Events.Cast<SanctionEvent>());
            if (state.Target?.Jurisdiction == here) started.Add((stream, state, loaded[stream].Events.OfType<SanctionEvent.Initiated>().First().At));
        }

        List<(string, Record, SanctionCause)> listed = [];
        foreach (var stream in listings)
        {
            var entry = Record.Fold(loaded[stream].Events.Cast<RecordEvent>());
            if (entry.Origin?.Jurisdiction == here && ListingDecider.StandingCause(entry, rules, law) is { } cause) listed.Add((stream, entry, cause));
        }

        return new CounterFacts(decided, started, listed);
    }
}
