namespace EntCredit.Domain.Credit;

/// <summary>A record of an enterprise, as far as credit is judged by it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Item">The catalogue item.</param>
/// <param name="Provider">信息提供单位.</param>
/// <param name="GeneratedOn">信息产生之日, or null.</param>
/// <param name="IsPublic">Whether the public sees it.</param>
/// <param name="Fields">What it says, by field code, without personal data.</param>
public sealed record CreditRecord(
    string Id, string Item, string Provider, DateOnly? GeneratedOn, bool IsPublic, IReadOnlyDictionary<string, string> Fields);
