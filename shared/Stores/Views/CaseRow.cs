namespace EntCredit.Stores.Views;

/// <summary>A case in a list.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Record">The record that it is about.</param>
/// <param name="Provider">信息提供单位.</param>
/// <param name="Taker">The department that took it: the provider itself of a correction.</param>
/// <param name="Jurisdiction">The profile that it follows.</param>
/// <param name="Item">The catalogue item.</param>
/// <param name="Phase">Its state: of <c>ObjectionPhase</c> or <c>CorrectionPhase</c>, by its kind.</param>
/// <param name="BegunAt">When it began.</param>
public sealed record CaseRow(
    string Stream, string Record, string Provider, string Taker, string Jurisdiction, string Item, int Phase, DateTimeOffset BegunAt);
