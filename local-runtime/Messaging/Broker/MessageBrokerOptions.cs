using EntCredit.LocalRuntime.Messaging.Broker.Entities;

namespace EntCredit.LocalRuntime.Messaging.Broker;

/// <summary>Where a broker keeps its messages and listens.</summary>
public sealed record MessageBrokerOptions
{
    /// <summary>The database.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>
    /// Where it listens: <c>amqp://127.0.0.1:5672</c>. With <c>user:password@</c> it lets in only whom knows them; without, it listens on a
    /// loopback address only.
    /// </summary>
    public required string Address { get; init; }

    /// <summary>What there is.</summary>
    public required NamespaceDefinition Entities { get; init; }
}
