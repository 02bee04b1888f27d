using System.Diagnostics.CodeAnalysis;

namespace EntCredit.LocalRuntime.Messaging.Broker.Entities;

/// <summary>Everything that has an address.</summary>
internal sealed class EntityMap
{
    private const string DeadLetterSuffix = "/$DeadLetterQueue";

    private readonly Dictionary<string, Entity> _byPath = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, Entity> _byId = [];
    private readonly Func<string, long> _id;

    /// <param name="definition">What is declared.</param>
    /// <param name="id">Gives the number that an address has, and keeps, in the store.</param>
    public EntityMap(NamespaceDefinition definition, Func<string, long> id)
    {
        _id = id;
        foreach (QueueDefinition queue in definition.Queues)
            Holder(queue.Name, EntityKind.Queue, queue.Delivery, queue.DuplicateWindow, []);
        foreach (TopicDefinition topic in definition.Topics)
            Topic(topic);
    }

    public IReadOnlyCollection<Entity> All => _byId.Values;

    /// <summary>An entity by its number, which a message has in the store; null where it is no longer declared.</summary>
    public Entity? Find(long id) => _byId.GetValueOrDefault(id);

    public bool TryFind(string path, [NotNullWhen(true)] out Entity? entity) => _byPath.TryGetValue(path.Trim('/'), out entity);

    private void Topic(TopicDefinition topic)
    {
        Entity[] subscriptions =
        [
            .. topic.Subscriptions.Select(s =>
                Holder(
                    $"{topic.Name}/Subscriptions/{s.Name}",
                    EntityKind.Subscription,
                    s.Delivery with { DefaultTimeToLive = Shorter(s.Delivery.DefaultTimeToLive, topic.DefaultTimeToLive) },
                    null,
                    s.Rules
                )
            ),
        ];
        Add(
            new Entity(_id(topic.Name), topic.Name, EntityKind.Topic, new() { DefaultTimeToLive = topic.DefaultTimeToLive })
            {
                DuplicateWindow = topic.DuplicateWindow,
                Subscriptions = subscriptions,
            }
        );
    }

    private Entity Holder(string path, EntityKind kind, DeliveryRules delivery, TimeSpan? duplicates, IReadOnlyList<CorrelationRule> rules)
    {
        // A dead letter neither expires nor is given up again.
        var forDead = new DeliveryRules { LockDuration = delivery.LockDuration, MaxDeliveryCount = int.MaxValue };
        Entity dead = Add(new Entity(_id(path + DeadLetterSuffix), path + DeadLetterSuffix, EntityKind.DeadLetters, forDead));
        Entity holder = Add(
            new Entity(_id(path), path, kind, delivery)
            {
                DuplicateWindow = duplicates,
                DeadLetters = dead,
                Rules = rules,
            }
        );
        dead.Source = holder;
        return holder;
    }

    private Entity Add(Entity entity)
    {
        _byPath.Add(entity.Path, entity);
        _byId.Add(entity.Id, entity);
        return entity;
    }

    private static TimeSpan? Shorter(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other : one;
}
