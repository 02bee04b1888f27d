namespace EntCredit.Domain.Subjects;

/// <summary>A registration number as read from text.</summary>
/// <param name="Number">The text, normalised.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Mended">Whether <paramref name="Number"/> differs from the text.</param>
public sealed record RegistrationNumberReading(string Number, RegistrationNumberKind Kind, bool Mended);
