namespace EntCredit.Stores.Views;

/// <summary>What a department owes, and what waits for it.</summary>
public interface IInboxView
{
    /// <summary>The open duties of a department in every area, by last day.</summary>
    /// <param name="department">Who owes them.</param>
    /// <param name="after">The <see cref="OwedDuty.Cursor"/> of the last one of the page before, or null.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<OwedDuty>> OwedAsync(string department, string? after, int limit, CancellationToken cancellation);

    /// <summary>The cases that wait for an act of a department, with or without a numbered period, newest first.</summary>
    /// <param name="department">Whose act.</param>
    /// <param name="after">The last stream of the page before, or null.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<WaitingCase>> WaitingAsync(string department, string? after, int limit, CancellationToken cancellation);
}

/// <summary>An open duty as its debtor sees it.</summary>
/// <param name="About">The stream that it concerns.</param>
/// <param name="Rule">The rule's number.</param>
/// <param name="From">The day that it is counted from.</param>
/// <param name="Due">Its last day.</param>
/// <param name="Item">The catalogue item that it concerns, or null.</param>
/// <param name="OpenedAt">The instant at which it came to be.</param>
/// <param name="CalendarVersion">The calendar that the last day was computed with.</param>
/// <param name="Provisional">True where a year without a notice was counted.</param>
/// <param name="Subject">The internal id of the enterprise, or null.</param>
/// <param name="Record">The record that the case is about, or null.</param>
public sealed record OwedDuty(
    string About,
    string Rule,
    DateOnly From,
    DateOnly Due,
    string? Item,
    DateTimeOffset OpenedAt,
    string CalendarVersion,
    bool Provisional,
    string? Subject,
    string? Record)
{
    /// <summary>Where a page that ends with it goes on.</summary>
    public string Cursor => $"{Due:yyyyMMdd}.{Rule}.{About}";
}

/// <summary>A case that waits for an act.</summary>
/// <param name="Stream">The case.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Subject">The internal id of the enterprise, or null.</param>
public sealed record WaitingCase(string Stream, CaseKind Kind, string? Subject);
