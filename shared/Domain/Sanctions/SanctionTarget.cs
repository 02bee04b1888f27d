namespace EntCredit.Domain.Sanctions;

/// <summary>Whom a sanction is about, and why.</summary>
/// <param name="Subject">The internal id of the enterprise.</param>
/// <param name="Jurisdiction">The profile that the sanction follows: its initiator's.</param>
/// <param name="List">The list that it comes from, e.g. 失信被执行人.</param>
/// <param name="Cause">The cause's code in the measures catalogue.</param>
public sealed record SanctionTarget(string Subject, string Jurisdiction, string List, string Cause);
