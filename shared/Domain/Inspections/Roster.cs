using System.Collections.Immutable;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Inspections;

/// <summary>The state of a department's roster of inspectors: the fold of its events.</summary>
public sealed record Roster
{
    /// <summary>The state before the first event.</summary>
    public static Roster Initial { get; } = new();

    /// <summary>Whose it is; null before the first event.</summary>
    public string? Department { get; private init; }

    /// <summary>The changes ever said, by their ids.</summary>
    public ImmutableSortedSet<string> Changes { get; private init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The day of the first change that the roster on the platform lacks, or null where it is up to date.</summary>
    public DateOnly? StaleSince { get; private init; }

    /// <summary>The digest of the roster on the platform, or null.</summary>
    public string? Digest { get; private init; }

    /// <summary>Whom draws may take.</summary>
    public IReadOnlyList<RosterInspector> Inspectors { get; private init; } = [];

    /// <summary>Duties not ended yet.</summary>
    public DutyBook Duties { get; private init; } = DutyBook.Empty;

    /// <summary>The state after one more event.</summary>
    public static Roster Evolve(Roster state, RosterEvent happened)
    {
        var next = happened switch
        {
            RosterEvent.Changed e => state with
            {
                Department = e.By,
                Changes = state.Changes.Add(e.ChangeId),
                StaleSince = state.StaleSince < e.ChangedOn ? state.StaleSince : e.ChangedOn,
            },
            RosterEvent.Updated e => state with { Department = e.By, Digest = e.RosterDigest, StaleSince = null, Inspectors = e.Inspectors ?? [] },
            _ => state,
        };
        return next with { Duties = state.Duties.After(happened) };
    }

    /// <summary>The state after a whole history.</summary>
    public static Roster Fold(IEnumerable<RosterEvent> history) => history.Aggregate(Initial, Evolve);
}
