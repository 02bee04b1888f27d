using System.Collections.Immutable;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Provision;

/// <summary>The state of a department's provision for a month: the fold of its events.</summary>
public sealed record MonthProvision
{
    /// <summary>The state before the first event.</summary>
    public static MonthProvision Initial { get; } = new();

    /// <summary>What is owed; null before the first event.</summary>
    public ProvisionEvent.Expected? Expected { get; private init; }

    /// <summary>The digests of what was given.</summary>
    public ImmutableSortedSet<string> Provided { get; private init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Records given and not loaded yet.</summary>
    public int AwaitingLoad { get; private init; }

    /// <summary>When it was last loaded, or null.</summary>
    public DateTimeOffset? LoadedAt { get; private init; }

    /// <summary>Duties not ended yet.</summary>
    public DutyBook Duties { get; private init; } = DutyBook.Empty;

    /// <summary>Whether the month was given, and what was given is loaded.</summary>
    public bool Finished => Provided.Count > 0 && AwaitingLoad == 0;

    /// <summary>The state after one more event.</summary>
    public static MonthProvision Evolve(MonthProvision state, ProvisionEvent happened)
    {
        var next = happened switch
        {
            ProvisionEvent.Expected e => state with { Expected = e },
            ProvisionEvent.Provided e => state with { Provided = state.Provided.Add(e.Digest), AwaitingLoad = state.AwaitingLoad + e.Records },
            ProvisionEvent.Loaded e => state with { AwaitingLoad = 0, LoadedAt = e.At },
            _ => state,
        };
        return next with { Duties = state.Duties.After(happened) };
    }

    /// <summary>The state after a whole history.</summary>
    public static MonthProvision Fold(IEnumerable<ProvisionEvent> history) => history.Aggregate(Initial, Evolve);
}
