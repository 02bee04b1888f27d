namespace EntCredit.Domain.Jurisdictions;

/// <summary>A day by which something had to stand (T19–T22): a fact about the document, nothing that is computed.</summary>
/// <param name="RuleId">T19 to T22.</param>
/// <param name="By">The last day.</param>
/// <param name="What">What had to stand, in Chinese.</param>
/// <param name="Debtor">Who owed it, in Chinese.</param>
/// <param name="Source">The article.</param>
public sealed record Milestone(string RuleId, DateOnly By, string What, string Debtor, Citation Source);
