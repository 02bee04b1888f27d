namespace EntCredit.LocalRuntime.Messaging.Broker.Storage;

/// <summary>A message as it lies in the store. Instants are UTC ticks of machine time, but for the due instant of a scheduled one.</summary>
/// <param name="Sequence">Its sequence number.</param>
/// <param name="Entity">The number of the entity that it lies in.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Original">The sequence number that it had first.</param>
/// <param name="Enqueued">When it became available.</param>
/// <param name="Deliveries">How often it was given out.</param>
/// <param name="Locks">How often it was locked; with the sequence number that is its lock token.</param>
/// <param name="Due">When the state ends by itself; null is never.</param>
/// <param name="Expires">When it expires; null is never.</param>
/// <param name="TimeToLive">How long it lives once available, in ticks; null is for ever.</param>
/// <param name="Annotations">Its encoded message annotations but for the broker's own, or null.</param>
/// <param name="Content">Its encoded properties, application properties, body and footer.</param>
internal sealed record StoredMessage(
    long Sequence,
    long Entity,
    MessageState State,
    long Original,
    long Enqueued,
    int Deliveries,
    long Locks,
    long? Due,
    long? Expires,
    long? TimeToLive,
    byte[]? Annotations,
    byte[] Content
)
{
    public LockToken Token => new(Sequence, Locks);
}
