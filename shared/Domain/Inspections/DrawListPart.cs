using EntCredit.Domain.Events;

namespace EntCredit.Domain.Inspections;

/// <summary>A part of the lists of a draw, as they stood at its announcement. The stream <c>draw-{id}-lists</c> holds all parts in order.</summary>
/// <param name="At">When the lists were frozen.</param>
/// <param name="Subjects">Enterprises, in the order of the lists.</param>
/// <param name="Inspectors">Inspectors, in the order of the lists.</param>
/// <param name="Conflicts">Conflicts, in the order of the lists.</param>
[EventName("draw.list-part")]
public sealed record DrawListPart(
    DateTimeOffset At, IReadOnlyList<DrawSubject> Subjects, IReadOnlyList<DrawInspector> Inspectors, IReadOnlyList<DrawConflict> Conflicts) : DomainEvent(At)
{
    /// <summary>How many enterprises, inspectors or conflicts one part holds at most.</summary>
    public const int Most = 2000;

    /// <summary>The parts of lists.</summary>
    public static IReadOnlyList<DrawListPart> Of(DateTimeOffset at, DrawLists lists) =>
    [
        .. lists.Subjects.Chunk(Most).Select(subjects => new DrawListPart(at, subjects, [], [])),
        .. lists.Inspectors.Chunk(Most).Select(inspectors => new DrawListPart(at, [], inspectors, [])),
        .. lists.Conflicts.Chunk(Most).Select(conflicts => new DrawListPart(at, [], [], conflicts)),
    ];

    /// <summary>The lists of which these are the parts.</summary>
    public static DrawLists Join(DrawEvent.Committed committed, IReadOnlyList<DrawListPart> parts) => new(
        committed.Jurisdiction,
        committed.Departments,
        committed.Matter,
        committed.Plan!.SubjectsToDraw,
        committed.Plan.InspectorsEach,
        [.. parts.SelectMany(part => part.Subjects)],
        [.. parts.SelectMany(part => part.Inspectors)],
        [.. parts.SelectMany(part => part.Conflicts)]);
}
