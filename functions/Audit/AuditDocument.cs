using EntCredit.Stores.Audit;

namespace EntCredit.Functions.Audit;

/// <summary>An access as a supervisor reads it.</summary>
/// <param name="Number">Its place in the trail.</param>
/// <param name="At">When, by the machine's clock.</param>
/// <param name="Department">Who.</param>
/// <param name="Function">The HTTP function.</param>
/// <param name="Route">Method and route template.</param>
/// <param name="About">The route's values.</param>
/// <param name="Owners">Whose things were reached beyond the caller's own.</param>
/// <param name="Purpose">What for, or null.</param>
/// <param name="Status">The answer's status; null for the beginning of what changes something.</param>
/// <param name="Trace">The trace id, or null.</param>
/// <param name="Hash">The link of the chain.</param>
public sealed record AuditDocument(
    long Number,
    DateTimeOffset At,
    string Department,
    string Function,
    string Route,
    string About,
    string Owners,
    string? Purpose,
    int? Status,
    string? Trace,
    string Hash)
{
    /// <summary>The document of an entry.</summary>
    public static AuditDocument Of(StoredAudit stored)
    {
        var entry = stored.Entry;
        return new AuditDocument(
            stored.Number,
            entry.At,
            entry.Department,
            entry.Function,
            entry.Route,
            entry.About,
            entry.Owners,
            entry.Purpose,
            entry.Status == 0 ? null : entry.Status,
            entry.Trace,
            stored.Hash);
    }
}
