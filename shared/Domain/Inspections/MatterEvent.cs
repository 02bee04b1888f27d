using EntCredit.Domain.Events;

namespace EntCredit.Domain.Inspections;

/// <summary>A fact in the life of a department's 随机抽查事项清单. Its stream is <c>matters-{department}</c>.</summary>
public abstract record MatterEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>A matter was put on the list, or stands there with other words from now on.</summary>
    [EventName("matter.listed")]
    public sealed record Listed(DateTimeOffset At, string By, string Jurisdiction, Matter Matter) : MatterEvent(At), IOfJurisdiction;

    /// <summary>A matter was taken off the list.</summary>
    [EventName("matter.removed")]
    public sealed record Removed(DateTimeOffset At, string By, string Code) : MatterEvent(At);
}
