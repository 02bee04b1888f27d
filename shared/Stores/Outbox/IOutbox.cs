namespace EntCredit.Stores.Outbox;

/// <summary>
/// What has left the ledger as messages and what has not: a cursor over the facts themselves, so that nothing is written beside them and no crash lies between a fact
/// and its message (docs/adr/0019). At least once; in order within a stream.
/// </summary>
public interface IOutbox
{
    /// <summary>The next events after what was noted as sent.</summary>
    /// <param name="streams">How the names of the streams begin that matter.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<OutboxPage> NextAsync(IReadOnlyList<string> streams, CancellationToken cancellation);

    /// <summary>Notes that everything on a page has left. Two senders do no harm: what is noted never goes back.</summary>
    Task SentAsync(OutboxPage page, CancellationToken cancellation);
}
