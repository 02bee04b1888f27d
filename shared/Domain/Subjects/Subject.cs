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

    /// <summary>Where it is by the register, or null.</summary>
    public string? Address { get; private init; }

    /// <summary>Its region by the register, or null.</summary>
    public string? Region { get; private init; }

    /// <summary>The subject that it was found to be, or null where it stands by itself.</summary>
    public string? MergedInto { get; private init; }

    /// <summary>The subjects that it was merged into once and is no more.</summary>
    public ImmutableHashSet<string> SeparatedFrom { get; private init; } = [];

    /// <summary>The subjects that were found to be this one.</summary>
    public ImmutableHashSet<string> Absorbed { get; private init; } = [];

    /// <summary>The state after one more event.</summary>
    public static Subject Evolve(Subject state, SubjectEvent happened) => happened switch
    {
        SubjectEvent.KnownAs e => state with { Aliases = state.Aliases.Add((e.Kind, e.Value)) },
        SubjectEvent.Registered e => state with { Name = e.Name, Address = e.Address, Region = e.Region },
        SubjectEvent.MergedInto e => state with { MergedInto = e.Into },
        SubjectEvent.Separated e => state with { MergedInto = null, SeparatedFrom = state.SeparatedFrom.Add(e.From) },
        SubjectEvent.Absorbed e => state with { Absorbed = state.Absorbed.Add(e.Other) },
        SubjectEvent.Released e => state with { Absorbed = state.Absorbed.Remove(e.Other) },
        _ => state,
    };

    /// <summary>The state after a whole history.</summary>
    public static Subject Fold(IEnumerable<SubjectEvent> history) => history.Aggregate(Initial, Evolve);
}
