using System.Text.Json.Serialization;
using EntCredit.Domain.Events;

namespace EntCredit.Domain.Subjects;

/// <summary>A fact about an enterprise (or 个体工商户, 农民专业合作社). Its stream is the subject's internal id.</summary>
public abstract record SubjectEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>A number by which the subject is known, met for the first time. The number is a fact, the internal id never changes.</summary>
    [EventName("subject.known-as")]
    public sealed record KnownAs(DateTimeOffset At, AliasKind Kind, string Value) : SubjectEvent(At);

    /// <summary>The register brought it, or brought it again with another name or place. Version 1 had no place.</summary>
    [EventName("subject.registered", 2)]
    public sealed record Registered(DateTimeOffset At, string Name, string Record) : SubjectEvent(At)
    {
        /// <summary>住所, or null where the register does not say it.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Address { get; init; }

        /// <summary>The region, as the register writes it, or null.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Region { get; init; }
    }

    /// <summary>
    /// It was found to be the same enterprise as another, under which it is shown from now on (A30: never two pages). No record moves: each keeps the subject that its own
    /// numbers name, so that the merge can be undone.
    /// </summary>
    [EventName("subject.merged-into")]
    public sealed record MergedInto(DateTimeOffset At, string Into, string By, string Reason) : SubjectEvent(At);

    /// <summary>Another subject was found to be this one.</summary>
    [EventName("subject.absorbed")]
    public sealed record Absorbed(DateTimeOffset At, string Other, string By, string Reason) : SubjectEvent(At);

    /// <summary>The merge was undone: it stands by itself again.</summary>
    [EventName("subject.separated")]
    public sealed record Separated(DateTimeOffset At, string From, string By, string Reason) : SubjectEvent(At);

    /// <summary>Another subject stands by itself again.</summary>
    [EventName("subject.released")]
    public sealed record Released(DateTimeOffset At, string Other, string By, string Reason) : SubjectEvent(At);
}
