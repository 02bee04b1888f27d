using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Sanctions;

/// <summary>The state of a restriction: the fold of its events.</summary>
public sealed record Restriction
{
    /// <summary>The state before the first event.</summary>
    public static Restriction Initial { get; } = new();

    /// <summary>The decision, without personal data; null before the first event.</summary>
    public RestrictionEvent.Decided? Decision { get; private init; }

    /// <summary>The feedback, or null.</summary>
    public RestrictionEvent.FedBack? Feedback { get; private init; }

    /// <summary>Its state.</summary>
    public RestrictionPhase Phase { get; private init; }

    /// <summary>Duties not ended yet.</summary>
    public DutyBook Duties { get; private init; } = DutyBook.Empty;

    /// <summary>The state after one more event.</summary>
    public static Restriction Evolve(Restriction state, RestrictionEvent happened)
    {
        var next = happened switch
        {
            RestrictionEvent.Decided e => state with { Decision = e with { Persons = null }, Phase = RestrictionPhase.Decided },
            RestrictionEvent.FedBack e => state with { Feedback = e, Phase = RestrictionPhase.FedBack },
            RestrictionEvent.Lifted => state with { Phase = RestrictionPhase.Lifted },
            _ => state,
        };
        return next with { Duties = state.Duties.After(happened) };
    }

    /// <summary>The state after a whole history.</summary>
    public static Restriction Fold(IEnumerable<RestrictionEvent> history) => history.Aggregate(Initial, Evolve);
}
