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

    private static readonly CaseKind[] Kinds = [CaseKind.Sanction, CaseKind.Restriction, CaseKind.Record];

    /// <summary>What is known of some enterprises in the jurisdiction of the rules, in two readings however many they are.</summary>
    public async Task<IReadOnlyDictionary<string, CounterFacts>> OfAsync(IReadOnlyCollection<string> subjects, CaseRules rules, CancellationToken cancellation)
    {
        var about = await cases.AboutAsync(Kinds, subjects, Most, cancellation);
        string[] streams = [.. about.Values.SelectMany(found => found.Select(one => one.Stream))];
        var loaded = streams.Length == 0 ? new Dictionary<string, LoadedStream>() : await ledger.LoadManyAsync(streams, cancellation);
        return about.ToDictionary(pair => pair.Key, pair => FactsOf(pair.Value, loaded, rules), StringComparer.Ordinal);
    }

    private CounterFacts FactsOf(IReadOnlyList<(CaseKind Kind, string Stream)> about, IReadOnlyDictionary<string, LoadedStream> loaded, CaseRules rules)
    {
        List<(string, Restriction)> decided = [];
        List<(string, Sanction, DateTimeOffset)> started = [];
        List<(string, Record, SanctionCause)> listed = [];
        foreach (var (kind, stream) in about)
        {
            var events = loaded[stream].Events;
            switch (kind)
            {
                case CaseKind.Restriction when Restriction.Fold(events.Cast<RestrictionEvent>()) is { Decision: { } decision } state:
                    if (decision.Target.Jurisdiction == rules.Profile.Id) decided.Add((stream, state));
                    break;
                case CaseKind.Sanction when Sanction.Fold(events.Cast<SanctionEvent>()) is { Target: { } target } state:
                    if (target.Jurisdiction == rules.Profile.Id) started.Add((stream, state, events.OfType<SanctionEvent.Initiated>().First().At));
                    break;
                case CaseKind.Record:
                    var entry = Record.Fold(events.Cast<RecordEvent>());
                    if (entry.Origin?.Jurisdiction == rules.Profile.Id && ListingDecider.StandingCause(entry, rules, law) is { } cause) listed.Add((stream, entry, cause));
                    break;
            }
        }

        return new CounterFacts(decided, started, listed);
    }
}
