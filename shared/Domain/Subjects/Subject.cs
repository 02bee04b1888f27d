using System.Collections.Immutable;

namespace EntCredit.Domain.Subjects;

/// <summary>The state of a subject: the fold of its events.</summary>
public sealed record Subject
{
    /// <summary>The state before the first event.</summary>
    public static Subject Initial { get; } = new();

    /// <summary>The numbers by which it is known.</summary>
    public ImmutableHashSet<(AliasKind Kind, string Value)> Aliases { get; private init; } = [];

    /// <summary>Its name by the register, or null where the register does not know it.</summary>
    public string? Name { get; private init; }

    /// <summary>The state after one more event.</summary>
    public static Subject Evolve(Subject state, SubjectEvent happened) => happened switch
    {
        SubjectEvent.KnownAs e => state with { Aliases = state.Aliases.Add((e.Kind, e.Value)) },
        SubjectEvent.Registered e => state with { Name = e.Name },
        _ => state,
    };

    /// <summary>The state after a whole history.</summary>
    public static Subject Fold(IEnumerable<SubjectEvent> history) => history.Aggregate(Initial, Evolve);
}
