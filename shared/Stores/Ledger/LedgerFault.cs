namespace EntCredit.Stores.Ledger;

/// <summary>In what way a ledger is not as it was written.</summary>
public enum LedgerFaultKind
{
    /// <summary>Positions are missing before this one: events were removed.</summary>
    PositionsMissing,

    /// <summary>The event belongs to a stream that the ledger does not list.</summary>
    StreamMissing,

    /// <summary>The event before it in its stream is missing.</summary>
    VersionMissing,

    /// <summary>Canonical bytes and the hash before it do not give its hash: it, or the event before it, was altered.</summary>
    HashDiffers,

    /// <summary>Stream or version of its row differ from what its canonical bytes say.</summary>
    RowDiffers,

    /// <summary>The stream's head names another version or hash than its last event has.</summary>
    HeadDiffers,

    /// <summary>The personal data does not give the digest in the chain, or cannot be unsealed by its key.</summary>
    PersonalDiffers,

    /// <summary>The events of a sealed day do not give the seal's root, or seals do not follow one another: events were altered together with their hashes.</summary>
    RootDiffers,

    /// <summary>A seal that is kept outside of the ledger is not there, or is another one: the ledger was rewritten or cut off.</summary>
    KeptSealDiffers,
}

/// <summary>The first event that is not as it was written.</summary>
/// <param name="Position">Its place in the ledger; where events were removed, that of the first event after them.</param>
/// <param name="Stream">Its stream, where that is known.</param>
/// <param name="Version">Its place in the stream.</param>
/// <param name="Kind">In what way.</param>
public sealed record LedgerFault(long Position, string? Stream, long Version, LedgerFaultKind Kind);

/// <summary>What verifying a ledger found.</summary>
/// <param name="Events">Events looked at.</param>
/// <param name="Streams">Streams looked at.</param>
/// <param name="First">The first fault in the order of the ledger, or null where all is as it was written.</param>
public sealed record LedgerVerification(long Events, long Streams, LedgerFault? First);
