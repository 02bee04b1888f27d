namespace EntCredit.Stores.Views;

/// <summary>
/// What changed in public, in the order of the ledger. From 0 it gives everything that was ever public, as it stands now, so that a copy begun there and carried on has no gap; a copy begun with a
/// snapshot and carried on from its watermark has none either.
/// </summary>
public interface IChangeFeed
{
    /// <summary>A page of changes.</summary>
    /// <param name="jurisdiction">Of which profile's providers, or null for all.</param>
    /// <param name="after">The watermark to go on from; 0 for the beginning.</param>
    /// <param name="events">How many events of the ledger to look at.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<PublicChanges> AfterAsync(string? jurisdiction, long after, int events, CancellationToken cancellation);

    /// <summary>A page of what is shown now, in the order of the records' ids.</summary>
    /// <param name="jurisdiction">Of which profile's providers, or null for all.</param>
    /// <param name="after">The last record of the page before; empty for the first page.</param>
    /// <param name="records">How many records to look at.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<PublicSnapshot> SnapshotAsync(string? jurisdiction, string after, int records, CancellationToken cancellation);

    /// <summary>The ledger's newest watermark, and the hash of the event at a watermark, hex; null where there is none: it is of another ledger, or of one that was set back.</summary>
    Task<(long Last, string? Hash)> AtAsync(long watermark, CancellationToken cancellation);
}

/// <summary>A page of changes.</summary>
/// <param name="From">The watermark that it goes on from.</param>
/// <param name="Through">The watermark that it comes to.</param>
/// <param name="More">Whether the ledger holds events after that.</param>
/// <param name="Changes">Each record once, in the order of the ledger's streams, as it stands now: a later change comes again.</param>
public sealed record PublicChanges(long From, long Through, bool More, IReadOnlyList<PublicChange> Changes);

/// <summary>A page of what is shown.</summary>
/// <param name="Watermark">The ledger's watermark while it was read: changes after that of the first page complete the pages.</param>
/// <param name="Next">The last record looked at, after which the next page goes on; null where there is none.</param>
/// <param name="Shown">The records.</param>
public sealed record PublicSnapshot(long Watermark, string? Next, IReadOnlyList<PublicChange> Shown);

/// <summary>A record that changed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version of its stream: what has a lower one is older, whatever order it comes in.</param>
/// <param name="Code">The credit code or registration number of its enterprise.</param>
/// <param name="Name">The enterprise's name by the register.</param>
/// <param name="Shown">What the public sees; null where it is shown no more and every copy is to be taken down.</param>
public sealed record PublicChange(string Id, long Version, string? Code, string? Name, PublicRecord? Shown);
