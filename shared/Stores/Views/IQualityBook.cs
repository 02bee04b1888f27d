using EntCredit.Domain.Compliance;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Views;

/// <summary>What the regular checks of data quality count (R9, R15). Each call looks through the records of a period.</summary>
public interface IQualityBook
{
    /// <summary>What came between two instants, by department and item: receipts of uploads, and of records what was collected, published and corrected last, and objected to.</summary>
    Task<IReadOnlyList<ItemTally>> TallyAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Which department gave which item between two instants.</summary>
    Task<IReadOnlySet<(string Department, string Item)>> GivenAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Contents of a department's records of an item that were collected between two instants and stand, newest first, without personal data.</summary>
    /// <param name="department">Whose.</param>
    /// <param name="item">The catalogue item's code.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="until">The instant after the last.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<RecordContent>> ContentsAsync(
        string department, string item, DateTimeOffset from, DateTimeOffset until, int limit, CancellationToken cancellation);
}
