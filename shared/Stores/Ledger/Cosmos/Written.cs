namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>What became of a write.</summary>
internal enum Written
{
    /// <summary>It is there.</summary>
    Done,

    /// <summary>A document with the id, or one of another version, is there: nothing was written by this answer's request, though an earlier try of it may have been.</summary>
    Refused,

    /// <summary>No answer tells: it may be there.</summary>
    Unknown,
}
