using EntCredit.Domain.Errors;

namespace EntCredit.Orchestrations.Cases;

/// <summary>What a case answers to being asked.</summary>
/// <param name="State">Where it stands now.</param>
/// <param name="Version">The version of what was answered; it grows with every fact in it.</param>
/// <param name="Error">Why nothing was done, or null.</param>
/// <param name="Began">True where the case began with this.</param>
/// <param name="Stale">True where the caller expected another version: nothing was done.</param>
public sealed record CaseAnswer<TState>(TState State, long Version, ErrorDefinition? Error = null, bool Began = false, bool Stale = false);
