using EntCredit.Domain.Events;

namespace EntCredit.Domain.Inspections;

/// <summary>A fact in the life of one draw by lot. Its stream is <c>draw-{id}</c>.</summary>
public abstract record DrawEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>A seed was committed to.</summary>
    [EventName("draw.committed")]
    public sealed record Committed(
        DateTimeOffset At, IReadOnlyList<string> Departments, string Jurisdiction, string Matter, string SeedDigest, string ListsDigest)
        : DrawEvent(At), IOfJurisdiction;

    /// <summary>The seed was published, with what it drew.</summary>
    [EventName("draw.drawn")]
    public sealed record Drawn(DateTimeOffset At, string By, string Seed, IReadOnlyList<string> Subjects, IReadOnlyList<string> Inspectors) : DrawEvent(At);

    /// <summary>One inspection has its result.</summary>
    [EventName("draw.result-recorded")]
    public sealed record ResultRecorded(DateTimeOffset At, string By, string Subject, DateOnly InspectedOn, string Outcome) : DrawEvent(At);
}
