namespace EntCredit.LocalRuntime.Messaging.Broker.Entities;

/// <summary>The queues and topics of a broker.</summary>
/// <param name="Queues">The queues.</param>
/// <param name="Topics">The topics.</param>
public sealed record NamespaceDefinition(IReadOnlyList<QueueDefinition> Queues, IReadOnlyList<TopicDefinition> Topics);
