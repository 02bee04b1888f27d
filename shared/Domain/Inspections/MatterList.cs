using System.Collections.Immutable;

namespace EntCredit.Domain.Inspections;

/// <summary>The state of a department's list of matters: the fold of its events.</summary>
public sealed record MatterList
{
    /// <summary>The state before the first event.</summary>
    public static MatterList Initial { get; } = new();

    /// <summary>The matters on it, by code.</summary>
    public ImmutableSortedDictionary<string, Matter> Matters { get; private init; } = ImmutableSortedDictionary.Create<string, Matter>(StringComparer.Ordinal);

    /// <summary>The state after one more event.</summary>
    public static MatterList Evolve(MatterList state, MatterEvent happened) => happened switch
    {
        MatterEvent.Listed e => state with { Matters = state.Matters.SetItem(e.Matter.Code, e.Matter) },
        MatterEvent.Removed e => state with { Matters = state.Matters.Remove(e.Code) },
        _ => state,
    };

    /// <summary>The state after a whole history.</summary>
    public static MatterList Fold(IEnumerable<MatterEvent> history) => history.Aggregate(Initial, Evolve);
}
