namespace EntCredit.Stores.Ledger.Seals;

/// <summary>The ledger's events as one line, by position: what seals are made over.</summary>
public interface ILedgerOrder
{
    /// <summary>Whether positions are the same for every reader and for ever. Without, nothing is sealed and nothing is given on by positions.</summary>
    bool HasOneOrder { get; }

    /// <summary>The position of the last event; 0 for an empty ledger.</summary>
    Task<long> LastPositionAsync(CancellationToken cancellation);

    /// <summary>The root over the hashes of the events from one position through another.</summary>
    Task<string> RootAsync(long from, long through, CancellationToken cancellation);

    /// <summary>The newest seals, the newest first.</summary>
    Task<IReadOnlyList<DaySeal>> SealsAsync(int most, CancellationToken cancellation);
}
