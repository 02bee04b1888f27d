using EntCredit.Domain.Errors;

namespace EntCredit.Orchestrations.Subjects;

/// <summary>What became of a merge or its undoing.</summary>
/// <param name="Error">Why it was not done, or null where it stands.</param>
/// <param name="Particular">What the error is about, or null.</param>
public sealed record MergeAnswer(ErrorDefinition? Error = null, string? Particular = null);
