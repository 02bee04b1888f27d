using System.Collections.Immutable;

namespace EntCredit.Domain.Inspections;

/// <summary>The state of a draw by lot: the fold of its events.</summary>
public sealed record InspectionDraw
{
    /// <summary>The state before the first event.</summary>
    public static InspectionDraw Initial { get; } = new();

    /// <summary>What was committed to; null before the first event.</summary>
    public DrawEvent.Committed? Commitment { get; private init; }

    /// <summary>What was drawn, or null.</summary>
    public DrawEvent.Drawn? Drawing { get; private init; }

    /// <summary>The results so far, by subject.</summary>
    public ImmutableSortedDictionary<string, string> Results { get; private init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>How far it has come.</summary>
    public DrawPhase Phase => this switch
    {
        { Commitment: null } => DrawPhase.Unknown,
        { Drawing: null } => DrawPhase.Committed,
        _ when Drawing.Subjects.All(Results.ContainsKey) => DrawPhase.Finished,
        _ => DrawPhase.Drawn,
    };

    /// <summary>The state after one more event.</summary>
    public static InspectionDraw Evolve(InspectionDraw state, DrawEvent happened) => happened switch
    {
        DrawEvent.Committed e => state with { Commitment = e },
        DrawEvent.Drawn e => state with { Drawing = e },
        DrawEvent.ResultRecorded e => state with { Results = state.Results.SetItem(e.Subject, e.Outcome) },
        _ => state,
    };

    /// <summary>The state after a whole history.</summary>
    public static InspectionDraw Fold(IEnumerable<DrawEvent> history) => history.Aggregate(Initial, Evolve);
}
