namespace EntCredit.Domain.Batches;

/// <summary>What became of one row.</summary>
public enum RowOutcome
{
    /// <summary>Taken: a new record, or the mended form of a refused one.</summary>
    Accepted,

    /// <summary>Taken; the register does not know its subject yet.</summary>
    Parked,

    /// <summary>Its record was there with other content, and is corrected.</summary>
    Corrected,

    /// <summary>It says 撤销: its record is taken back.</summary>
    Withdrawn,

    /// <summary>Its record says the same already.</summary>
    Duplicate,

    /// <summary>Its record is there with other content by a channel that goes first: kept as evidence, the record is as it was (C9).</summary>
    Evidence,

    /// <summary>Given back.</summary>
    Refused,
}
