namespace EntCredit.Domain.Objections;

/// <summary>An earlier objection to the same record, as the ledger knows it (A10).</summary>
/// <param name="Case">Its id.</param>
/// <param name="GroundsDigest">The digest of its content.</param>
/// <param name="Evidence">The digests of its evidence.</param>
public sealed record PriorObjection(string Case, string GroundsDigest, IReadOnlyList<string> Evidence)
{
    /// <summary>Whether the same is objected to again without anything new to prove it.</summary>
    public bool IsRepeatedBy(string groundsDigest, IEnumerable<string> evidence) =>
        groundsDigest == GroundsDigest && !evidence.Except(Evidence, StringComparer.Ordinal).Any();
}
