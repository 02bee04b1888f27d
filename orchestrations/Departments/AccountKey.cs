using EntCredit.Domain.Departments;
using EntCredit.Domain.Errors;

namespace EntCredit.Orchestrations.Departments;

/// <summary>What became of fetching a key.</summary>
/// <param name="Text">The key, or null.</param>
/// <param name="Key">Its hash, days and label, or null.</param>
/// <param name="Error">Why there is none, or null.</param>
public sealed record AccountKey(string? Text, ApiKey? Key, ErrorDefinition? Error);
