namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>An event in a document.</summary>
/// <param name="C">Its canonical bytes as text.</param>
/// <param name="T">Its place in time: microseconds since 1970 by the writer's clock, ascending within a writer.</param>
/// <param name="W">The mark of the write that brought it, by which a writer without an answer knows its own.</param>
/// <param name="K">The key that <paramref name="P"/> is sealed with, or null.</param>
/// <param name="P">Sealed salt and personal data, base64, or null.</param>
internal sealed record EventEntry(string C, long T, string W, string? K = null, string? P = null);
