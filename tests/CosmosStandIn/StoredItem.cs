using System.Text.Json.Nodes;

namespace EntCredit.CosmosStandIn;

/// <summary>An item as stored: its last version only.</summary>
/// <param name="Id">Its id, unique within its partition key.</param>
/// <param name="PartitionKey">Its partition key as JSON text.</param>
/// <param name="Body">The item with the service's own properties.</param>
/// <param name="Text">The body as it is answered.</param>
/// <param name="ETag">Changes with each write.</param>
/// <param name="Lsn">Its place in the change feed of its range.</param>
/// <param name="At">When it was written.</param>
/// <param name="ExpiresAt">When its time to live ends, or null.</param>
internal sealed record StoredItem(
    string Id, string PartitionKey, JsonObject Body, string Text, string ETag, long Lsn, DateTimeOffset At, DateTimeOffset? ExpiresAt);
