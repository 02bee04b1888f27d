using EntCredit.Domain.Errors;
using EntCredit.Stores.Ledger;

namespace EntCredit.Orchestrations.Cases;

/// <summary>What follows for a record from where a case about it stands.</summary>
/// <param name="Append">The events to append to the record, or null where it shows what the case decided.</param>
/// <param name="Error">Why the record cannot follow, or null.</param>
/// <param name="Cohort">The cohort to wake, where the record may be published now; else null.</param>
public sealed record RecordEffect(Append? Append, ErrorDefinition? Error, string? Cohort)
{
    /// <summary>The record shows what the case decided.</summary>
    public static RecordEffect None { get; } = new(null, null, null);
}
