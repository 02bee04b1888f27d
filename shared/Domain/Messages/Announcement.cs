using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Messages;

/// <summary>What an event says to other departments. It names things by ids and days; personal data is never part of it (GB/T 35273).</summary>
/// <param name="Topic">The kind of message.</param>
/// <param name="Type">What happened, by the event's name, e.g. sanction-delivery.pushed.</param>
/// <param name="Stream">The stream of the case.</param>
/// <param name="Version">The version that the case has by the event: who knows a higher one ignores this.</param>
/// <param name="At">The legal instant of the event.</param>
/// <param name="Jurisdiction">The profile that the case follows.</param>
public sealed record Announcement(string Topic, string Type, string Stream, long Version, DateTimeOffset At, string Jurisdiction)
{
    /// <summary>The department that it is for; null where it is for an audience.</summary>
    public string? To { get; init; }

    /// <summary>Whom of the jurisdiction it is for, where it is for no single department.</summary>
    public DepartmentRole? Audience { get; init; }

    /// <summary>The internal id of the enterprise, or null.</summary>
    public string? Subject { get; init; }

    /// <summary>What there is to know, by name; flat.</summary>
    public IReadOnlyDictionary<string, string> Data { get; init; } = new Dictionary<string, string>();

    /// <summary>The legal instant before which it is not given to anybody; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The event's id; a reminder of a duty adds the duty's rule. At most 128 characters.</summary>
    public string Id => NotBefore is null ? $"{Stream}.{Version}" : $"{Stream}.{Version}.{Data[MessageNames.Rule]}";
}
