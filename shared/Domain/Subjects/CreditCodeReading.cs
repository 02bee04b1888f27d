namespace EntCredit.Domain.Subjects;

/// <summary>A credit code as read from text.</summary>
/// <param name="Code">The text with full-width and lower-case letters, spaces and an explanatory suffix mended.</param>
/// <param name="Fault">What is certainly wrong with it.</param>
/// <param name="Mended">Whether <paramref name="Code"/> differs from the text.</param>
/// <param name="Suggestion">A valid code that was probably meant (O typed for 0, I for 1), or null. Never taken without the provider's word.</param>
public sealed record CreditCodeReading(string Code, CreditCodeFault Fault, bool Mended, string? Suggestion);
