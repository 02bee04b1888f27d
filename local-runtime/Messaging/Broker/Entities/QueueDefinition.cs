namespace EntCredit.LocalRuntime.Messaging.Broker.Entities;

/// <summary>A queue.</summary>
/// <param name="Name">Its name, which is its address; matched without regard to case.</param>
public sealed record QueueDefinition(string Name)
{
    /// <summary>How messages are given out.</summary>
    public DeliveryRules Delivery { get; init; } = new();

    /// <summary>How long a message's id is remembered and another of the same id dropped; null is never.</summary>
    public TimeSpan? DuplicateWindow { get; init; }
}
