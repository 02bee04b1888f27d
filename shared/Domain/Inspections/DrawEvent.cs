using System.Text.Json.Serialization;
using EntCredit.Domain.Events;

namespace EntCredit.Domain.Inspections;

/// <summary>A fact in the life of one draw by lot. Its stream is <c>draw-{id}</c>.</summary>
public abstract record DrawEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>A seed was committed to.</summary>
    [EventName("draw.committed")]
    public sealed record Committed(
        DateTimeOffset At, IReadOnlyList<string> Departments, string Jurisdiction, string Matter, string SeedDigest, string ListsDigest)
        : DrawEvent(At), IOfJurisdiction
    {
        /// <summary>How it will be made; null of a draw that a department made with means of its own.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public DrawPlan? Plan { get; init; }
    }

    /// <summary>The seed was published, with what it drew.</summary>
    [EventName("draw.drawn")]
    public sealed record Drawn(DateTimeOffset At, string By, string Seed, IReadOnlyList<string> Subjects, IReadOnlyList<string> Inspectors) : DrawEvent(At)
    {
        /// <summary>The day's root that was mixed with the seed; null where <see cref="Committed.Plan"/> is.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public DrawBeacon? Beacon { get; init; }

        /// <summary>Who inspects whom, in the order of drawing; null where <see cref="Committed.Plan"/> is.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyList<DrawAssignment>? Assignments { get; init; }
    }

    /// <summary>One inspection has its result.</summary>
    [EventName("draw.result-recorded")]
    public sealed record ResultRecorded(DateTimeOffset At, string By, string Subject, DateOnly InspectedOn, string Outcome) : DrawEvent(At)
    {
        /// <summary>The record by which the intake brought it, or null where a department said so itself.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Record { get; init; }

        /// <summary>True where every enterprise drawn has its result with this one.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool Finishes { get; init; }
    }
}
