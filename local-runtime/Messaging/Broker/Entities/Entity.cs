namespace EntCredit.LocalRuntime.Messaging.Broker.Entities;

/// <summary>A place where messages lie, under its address.</summary>
internal sealed class Entity(long id, string path, EntityKind kind, DeliveryRules delivery)
{
    public long Id => id;

    public string Path => path;

    public EntityKind Kind => kind;

    public DeliveryRules Delivery => delivery;

    /// <summary>How long a message's id is remembered; null is never.</summary>
    public TimeSpan? DuplicateWindow { get; init; }

    /// <summary>Where its dead letters lie.</summary>
    public Entity? DeadLetters { get; init; }

    /// <summary>Whose dead letters lie here.</summary>
    public Entity? Source { get; set; }

    /// <summary>A topic's subscriptions.</summary>
    public IReadOnlyList<Entity> Subscriptions { get; init; } = [];

    /// <summary>What a subscription wants; nothing named is everything.</summary>
    public IReadOnlyList<CorrelationRule> Rules { get; init; } = [];

    /// <summary>Whether a message may be sent here.</summary>
    public bool TakesMessages => kind is EntityKind.Queue or EntityKind.Topic;

    /// <summary>Whether a message may be received from here.</summary>
    public bool GivesMessages => kind is not EntityKind.Topic;

    public bool Wants(MessageFacts facts) => Rules.Count == 0 || Rules.Any(r => r.Matches(facts));
}
