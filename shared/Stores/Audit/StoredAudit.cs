namespace EntCredit.Stores.Audit;

/// <summary>An entry as it lies in the trail.</summary>
/// <param name="Number">Its place, from 1, without gaps.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Hash">SHA-256 over the hash before it and the entry's canonical bytes, hex.</param>
public sealed record StoredAudit(long Number, AuditEntry Entry, string Hash);
