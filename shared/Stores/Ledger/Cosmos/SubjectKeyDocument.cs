namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>The key of a partition's personal data, a document of the container <c>keys</c>.</summary>
/// <param name="Id">The partition.</param>
/// <param name="Number">Which of the partition's keys it is: after one was destroyed, the next has another.</param>
/// <param name="Key">The key, base64.</param>
internal sealed record SubjectKeyDocument(string Id, string Number, string Key);
