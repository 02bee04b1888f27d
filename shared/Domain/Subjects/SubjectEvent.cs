using EntCredit.Domain.Events;

namespace EntCredit.Domain.Subjects;

/// <summary>A fact about an enterprise (or 个体工商户, 农民专业合作社). Its stream is the subject's internal id.</summary>
public abstract record SubjectEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>A number by which the subject is known, met for the first time. The number is a fact, the internal id never changes.</summary>
    [EventName("subject.known-as")]
    public sealed record KnownAs(DateTimeOffset At, AliasKind Kind, string Value) : SubjectEvent(At);

    /// <summary>The register brought it, or brought it again with another name.</summary>
    [EventName("subject.registered")]
    public sealed record Registered(DateTimeOffset At, string Name, string Record) : SubjectEvent(At);
}
