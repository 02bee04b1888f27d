using EntCredit.Domain.Errors;

namespace EntCredit.Orchestrations.Cases;

/// <summary>What a desk answers to a command on a case.</summary>
/// <param name="State">The case as it stands.</param>
/// <param name="Version">The version of its stream.</param>
/// <param name="Error">Why nothing was done, or null.</param>
/// <param name="Stale">True where the caller expected another version: nothing was done.</param>
public sealed record CaseAnswer<TState>(TState State, long Version, ErrorDefinition? Error = null, bool Stale = false);
