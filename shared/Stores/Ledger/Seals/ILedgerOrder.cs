namespace EntCredit.Stores.Ledger.Seals;

/// <summary>The ledger's events as one line, by position: what seals are made over.</summary>
public interface ILedgerOrder
{
    /// <summary>Takes into the order what has come since, where the store has none by itself; the position of the last event, 0 for an empty ledger. Positions are the same for every reader and for ever.</summary>
    Task<long> ExtendAsync(CancellationToken cancellation);

    /// <summary>The root over the hashes of the events from one position through another.</summary>
    Task<string> RootAsync(long from, long through, CancellationToken cancellation);

    /// <summary>The newest seals, the newest first.</summary>
    Task<IReadOnlyList<DaySeal>> SealsAsync(int most, CancellationToken cancellation);
}
