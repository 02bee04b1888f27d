namespace EntCredit.Domain.Batches;

/// <summary>What became of the rows of a batch, or of a segment of it. Rows = Accepted + Refused + Duplicates; the other counts are parts of Accepted.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Accepted">Rows taken: new records, corrections, mended rows, withdrawals.</param>
/// <param name="Refused">Rows given back.</param>
/// <param name="Duplicates">Rows that said nothing new.</param>
/// <param name="Corrections">Accepted rows that corrected a record.</param>
/// <param name="Mended">Accepted rows that mended a refused one.</param>
/// <param name="Withdrawn">Accepted rows that took a record back.</param>
/// <param name="Parked">Accepted rows whose subject the register does not know yet.</param>
/// <param name="Warned">Accepted rows with a warning.</param>
public readonly record struct BatchCounts(
    int Rows, int Accepted, int Refused, int Duplicates, int Corrections, int Mended, int Withdrawn, int Parked, int Warned)
{
    /// <summary>The counts of both.</summary>
    public static BatchCounts operator +(BatchCounts a, BatchCounts b) => new(
        a.Rows + b.Rows,
        a.Accepted + b.Accepted,
        a.Refused + b.Refused,
        a.Duplicates + b.Duplicates,
        a.Corrections + b.Corrections,
        a.Mended + b.Mended,
        a.Withdrawn + b.Withdrawn,
        a.Parked + b.Parked,
        a.Warned + b.Warned);

    /// <inheritdoc cref="op_Addition"/>
    public static BatchCounts Add(BatchCounts left, BatchCounts right) => left + right;
}
