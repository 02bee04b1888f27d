using EntCredit.Domain.Errors;

namespace EntCredit.Orchestrations.Departments;

/// <summary>What became of an application that was handed in.</summary>
/// <param name="Id">Its number, or null.</param>
/// <param name="Secret">By which the applicant is known again; told this once. Or null.</param>
/// <param name="Error">Why it was not taken, or null.</param>
public sealed record AccountLodged(string? Id, string? Secret, ErrorDefinition? Error);
