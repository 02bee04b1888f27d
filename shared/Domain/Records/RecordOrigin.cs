namespace EntCredit.Domain.Records;

/// <summary>Where a record comes from (谁产生、谁提供、谁负责): kept for its whole life.</summary>
/// <param name="Provider">The department that produced and provides it.</param>
/// <param name="Jurisdiction">The profile that it follows: its provider's.</param>
/// <param name="Item">The catalogue item.</param>
/// <param name="Batch">The batch that first brought it.</param>
/// <param name="Line">The line of the file, 1 for the first.</param>
public sealed record RecordOrigin(string Provider, string Jurisdiction, string Item, string Batch, int Line);
