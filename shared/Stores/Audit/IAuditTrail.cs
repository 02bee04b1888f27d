namespace EntCredit.Stores.Audit;

/// <summary>Who looked at what, append-only and hash-chained.</summary>
public interface IAuditTrail
{
    /// <summary>Adds an entry. When the task is done it is durable.</summary>
    Task AppendAsync(AuditEntry entry, CancellationToken cancellation);

    /// <summary>Entries, newest first.</summary>
    Task<IReadOnlyList<StoredAudit>> ReadAsync(AuditQuery query, CancellationToken cancellation);

    /// <summary>Recomputes the whole chain. The number of the first entry that is not what was written, or null.</summary>
    Task<long?> VerifyAsync(CancellationToken cancellation);
}
