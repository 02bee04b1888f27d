namespace EntCredit.Domain.Compliance;

/// <summary>What became of a department's information of one kind in a period (R15: 经常性数据质量检查).</summary>
/// <param name="Rows">Rows that came, by the receipts of the period.</param>
/// <param name="Refused">Of them, given back.</param>
/// <param name="Warned">Of them, taken with a warning.</param>
/// <param name="Collected">Records that were collected.</param>
/// <param name="Published">Records that the public saw for the first time.</param>
/// <param name="Corrected">Records that were corrected last.</param>
/// <param name="Objections">Objections that were lodged.</param>
/// <param name="Upheld">Of them, found right and mended since.</param>
public readonly record struct QualityCounts(int Rows, int Refused, int Warned, int Collected, int Published, int Corrected, int Objections, int Upheld)
{
    /// <summary>The counts of both.</summary>
    public static QualityCounts operator +(QualityCounts a, QualityCounts b) => new(
        a.Rows + b.Rows, a.Refused + b.Refused, a.Warned + b.Warned, a.Collected + b.Collected, a.Published + b.Published, a.Corrected + b.Corrected,
        a.Objections + b.Objections, a.Upheld + b.Upheld);

    /// <inheritdoc cref="op_Addition"/>
    public static QualityCounts Add(QualityCounts left, QualityCounts right) => left + right;
}
