using EntCredit.Domain.Calendar;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>A statutory period of one document.</summary>
/// <param name="RuleId">Its number in the table of rules, e.g. T2.</param>
/// <param name="Term">How long, and how counted.</param>
/// <param name="StartsFrom">The event that starts it, in the document's words, e.g. 信息产生之日.</param>
/// <param name="Debtor">The role that owes it: the camelCase name of a department role, e.g. provider.</param>
/// <param name="Document">The document that sets it.</param>
/// <param name="Article">The article.</param>
/// <param name="Quote">The article's words; empty only where inferred.</param>
/// <param name="Inferred">True where the document does not say so itself.</param>
/// <param name="Until">The last day on which the clock can start, or null.</param>
public sealed record Clock(
    string RuleId,
    Term Term,
    string StartsFrom,
    string Debtor,
    string Document,
    string Article,
    string Quote,
    bool Inferred,
    DateOnly? Until)
{
    /// <summary>Further places where the same period stands.</summary>
    public IReadOnlyList<Citation> Also { get; init; } = [];

    /// <summary>Document, article and quote as one.</summary>
    public Citation Source => new(Document, Article, Quote, Inferred);

    /// <summary>Whether an event on a day starts it.</summary>
    public bool HoldsOn(DateOnly day) => Until is null || day <= Until;
}
