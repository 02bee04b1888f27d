namespace EntCredit.Stores.Views;

/// <summary>Which uploads there are; each one's state is its stream.</summary>
public interface IBatchView
{
    /// <summary>The uploads of a department, newest first, after a cursor (the last batch id of the page before, or null).</summary>
    Task<IReadOnlyList<string>> OfDepartmentAsync(string department, string? after, int limit, CancellationToken cancellation);

    /// <summary>The uploads of a department at a path of <c>uploads/</c>, newest first: an overwritten file is several.</summary>
    Task<IReadOnlyList<string>> OfPathAsync(string department, string path, int limit, CancellationToken cancellation);

    /// <summary>Uploads that their department withdrew and of which not every record was asked yet.</summary>
    Task<IReadOnlyList<string>> WithdrawingAsync(CancellationToken cancellation);

    /// <summary>Uploads that their department declared reviewed and of which not every record was asked yet.</summary>
    Task<IReadOnlyList<string>> ReviewingAsync(CancellationToken cancellation);

    /// <summary>Uploads that have arrived and are not finished (neither receipted, repeated nor refused).</summary>
    Task<IReadOnlyList<string>> UnfinishedAsync(CancellationToken cancellation);
}
