namespace EntCredit.Domain.Corrections;

/// <summary>What is to be corrected.</summary>
/// <param name="Record">The record's id.</param>
/// <param name="Provider">The department that provided it and owes the correction.</param>
/// <param name="Jurisdiction">The profile that the record follows.</param>
/// <param name="Item">The catalogue item.</param>
public sealed record CorrectionSubject(string Record, string Provider, string Jurisdiction, string Item);
