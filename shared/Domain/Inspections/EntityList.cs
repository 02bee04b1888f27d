using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Inspections;

/// <summary>The state of a jurisdiction's list of market entities: the fold of its events.</summary>
public sealed record EntityList
{
    /// <summary>The state before the first event.</summary>
    public static EntityList Initial { get; } = new();

    /// <summary>The last refresh, or null.</summary>
    public EntityListEvent.Refreshed? Last { get; private init; }

    /// <summary>Duties not ended yet.</summary>
    public DutyBook Duties { get; private init; } = DutyBook.Empty;

    /// <summary>The state after one more event.</summary>
    public static EntityList Evolve(EntityList state, EntityListEvent happened) => state with
    {
        Last = happened as EntityListEvent.Refreshed ?? state.Last,
        Duties = state.Duties.After(happened),
    };

    /// <summary>The state after a whole history.</summary>
    public static EntityList Fold(IEnumerable<EntityListEvent> history) => history.Aggregate(Initial, Evolve);
}
