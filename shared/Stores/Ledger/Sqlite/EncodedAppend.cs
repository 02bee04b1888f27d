namespace EntCredit.Stores.Ledger.Sqlite;

/// <summary>An append whose events are ready to be stored.</summary>
internal sealed record EncodedAppend(string Stream, string Partition, long ExpectedVersion, IReadOnlyList<EncodedEvent> Events, bool ClaimsIdentity);
