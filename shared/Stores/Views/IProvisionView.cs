namespace EntCredit.Stores.Views;

/// <summary>Of which months the information of an upload is.</summary>
public interface IProvisionView
{
    /// <summary>How many records of a batch are collected and stand, by the first day of the month in which they arose.</summary>
    Task<IReadOnlyDictionary<DateOnly, int>> MonthsOfBatchAsync(string batch, CancellationToken cancellation);
}
