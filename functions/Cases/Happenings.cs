using EntCredit.Domain.Events;
using EntCredit.Functions.Records;

namespace EntCredit.Functions.Cases;

/// <summary>What has happened in a case.</summary>
public static class Happenings
{
    /// <summary>Each fact by name and instant.</summary>
    public static IReadOnlyList<HappeningDocument> Of(IEnumerable<DomainEvent> history) =>
        [.. history.Select(happened => new HappeningDocument(EventNameAttribute.Of(happened.GetType()), happened.At))];
}
