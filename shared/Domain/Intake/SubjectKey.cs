namespace EntCredit.Domain.Intake;

/// <summary>What a row says about whom it concerns. At least one of the two numbers is present in an accepted row.</summary>
/// <param name="CreditCode">统一社会信用代码, normalised (GB 32100-2015), or null.</param>
/// <param name="RegistrationNumber">15-digit 工商注册号; where there is nothing better an older number or an organisation code, unverified; or null.</param>
/// <param name="Name">The name as given, trimmed, or null. Never an identifier by itself.</param>
public sealed record SubjectKey(string? CreditCode, string? RegistrationNumber, string? Name);
