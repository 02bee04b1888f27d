using System.Collections.Immutable;

namespace EntCredit.Domain.Sanctions;

/// <summary>The state of a sanction as its initiator keeps it: the fold of its events. What each implementer owes is a <see cref="Delivery"/> of its own.</summary>
public sealed record Sanction
{
    /// <summary>The state before the first event.</summary>
    public static Sanction Initial { get; } = new();

    /// <summary>What its initiator was asked to start, while it has not decided; else null.</summary>
    public SanctionEvent.Proposed? Proposal { get; private init; }

    /// <summary>Whom it is about; null until it was started.</summary>
    public SanctionTarget? Target { get; private init; }

    /// <summary>发起部门, or null.</summary>
    public string? Initiator { get; private init; }

    /// <summary>Every department that it was pushed to, and that is told of its lifting.</summary>
    public ImmutableSortedSet<string> Implementers { get; private init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>When it was lifted, or null.</summary>
    public DateTimeOffset? LiftedAt { get; private init; }

    /// <summary>The state after one more event.</summary>
    public static Sanction Evolve(Sanction state, SanctionEvent happened) => happened switch
    {
        SanctionEvent.Initiated e => state with
        {
            Proposal = null, Target = e.Target, Initiator = e.By, Implementers = state.Implementers.Union(e.Implementers),
        },
        SanctionEvent.Proposed e => state with { Proposal = e },
        SanctionEvent.ProposalDropped => state with { Proposal = null },
        SanctionEvent.Extended e => state with { Implementers = state.Implementers.Union(e.Implementers) },
        SanctionEvent.Lifted e => state with { LiftedAt = e.At },
        _ => state,
    };

    /// <summary>The state after a whole history.</summary>
    public static Sanction Fold(IEnumerable<SanctionEvent> history) => history.Aggregate(Initial, Evolve);
}
