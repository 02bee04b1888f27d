namespace EntCredit.Domain.Sanctions.Measures;

/// <summary>Something that a subject may ask a department for: what the question at the counter is about.</summary>
/// <param name="Code">Lower case, e.g. government-procurement.</param>
/// <param name="Name">In Chinese.</param>
public sealed record Matter(string Code, string Name);
