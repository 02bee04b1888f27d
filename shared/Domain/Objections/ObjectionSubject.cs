namespace EntCredit.Domain.Objections;

/// <summary>What is objected to.</summary>
/// <param name="Record">The record's id.</param>
/// <param name="Subject">The internal id of the enterprise.</param>
/// <param name="Provider">信息提供单位: the department that verifies.</param>
/// <param name="Jurisdiction">The profile that the record follows.</param>
/// <param name="Item">The catalogue item.</param>
public sealed record ObjectionSubject(string Record, string Subject, string Provider, string Jurisdiction, string Item);
