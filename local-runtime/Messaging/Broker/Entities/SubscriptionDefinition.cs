namespace EntCredit.LocalRuntime.Messaging.Broker.Entities;

/// <summary>A subscription of a topic.</summary>
/// <param name="Name">Its name; matched without regard to case.</param>
public sealed record SubscriptionDefinition(string Name)
{
    /// <summary>How messages are given out.</summary>
    public DeliveryRules Delivery { get; init; } = new();

    /// <summary>A message is wanted that meets any of these; where there is none, every message is.</summary>
    public IReadOnlyList<CorrelationRule> Rules { get; init; } = [];
}
