namespace EntCredit.Stores.Views;

/// <summary>The cases about records: objections and corrections.</summary>
public interface ICaseBook
{
    /// <summary>The cases of a department as provider or taker, newest first, after a cursor (the last stream of the page before, or null).</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="department">Whose.</param>
    /// <param name="jurisdiction">A jurisdiction of which all are seen, or null.</param>
    /// <param name="phase">Those in one state only, or null.</param>
    /// <param name="after">The cursor.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<CaseRow>> OfDepartmentAsync(
        CaseKind kind, string department, string? jurisdiction, int? phase, string? after, int limit, CancellationToken cancellation);

    /// <summary>The cases about a record, oldest first.</summary>
    Task<IReadOnlyList<CaseRow>> AboutAsync(CaseKind kind, string record, CancellationToken cancellation);

    /// <summary>Cases of which the record does not show what they decided: hidden or shown again, corrected, removed. At most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<string>> LackingEffectAsync(int limit, CancellationToken cancellation);
}
