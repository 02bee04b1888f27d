using EntCredit.Domain.Sanctions;

namespace EntCredit.Orchestrations.Sanctions;

/// <summary>A sanction with what became of it in each department.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sanction">As its initiator keeps it.</param>
/// <param name="Began">Its first fact, or null where the ledger does not know it.</param>
/// <param name="Deliveries">What each implementer was told and answered, by department.</param>
/// <param name="OwnVersion">The number of the sanction's own facts.</param>
/// <param name="Versions">The number of each delivery's facts, by department.</param>
public sealed record SanctionFile(
    string Id,
    Sanction Sanction,
    SanctionEvent.Initiated? Began,
    IReadOnlyDictionary<string, Delivery> Deliveries,
    long OwnVersion,
    IReadOnlyDictionary<string, long> Versions)
{
    /// <summary>The version of what a reader sees of it: of everything, or of one department's share.</summary>
    /// <param name="department">The department whose share it is, or null for everything.</param>
    public long VersionFor(string? department) =>
        OwnVersion + (department is null ? Versions.Values.Sum() : Versions.GetValueOrDefault(department));
}
