using System.Collections.Immutable;

namespace EntCredit.Domain.Credit;

/// <summary>What is known of an enterprise's credit: the fold of its events.</summary>
public sealed record CreditFile
{
    /// <summary>The state before the first event.</summary>
    public static CreditFile Initial { get; } = new();

    /// <summary>The class as last found, or null.</summary>
    public CreditEvent.Classified? Classified { get; private init; }

    /// <summary>The signals raised now, by id.</summary>
    public ImmutableSortedDictionary<string, CreditEvent.Warned> Warnings { get; private init; } =
        ImmutableSortedDictionary.Create<string, CreditEvent.Warned>(StringComparer.Ordinal);

    /// <summary>The state after one more event.</summary>
    public static CreditFile Evolve(CreditFile state, CreditEvent happened) => happened switch
    {
        CreditEvent.Classified e => state with { Classified = e },
        CreditEvent.Warned e => state with { Warnings = state.Warnings.SetItem(e.Signal.Rule, e) },
        CreditEvent.WarningEnded e => state with { Warnings = state.Warnings.Remove(e.Signal) },
        _ => state,
    };

    /// <summary>The state after a whole history.</summary>
    public static CreditFile Fold(IEnumerable<CreditEvent> history) => history.Aggregate(Initial, Evolve);
}
