using EntCredit.LocalRuntime.Messaging.Broker.Entities;
using EntCredit.LocalRuntime.Messaging.Broker.Storage;
using EntCredit.LocalRuntime.Messaging.Broker.Wire;
using EntCredit.LocalRuntime.Messaging.Protocol;

namespace EntCredit.LocalRuntime.Messaging.Broker;

/// <inheritdoc/>
internal sealed class DeadLetters(BrokerCore core) : IDeadLetters
{
    public async Task<IReadOnlyList<DeadLetter>> ReadAsync(string entityPath, long from = 0, int count = 100)
    {
        Entity dead = Find(entityPath);
        return [.. (await core.PeekAsync(dead, from, count)).Select(m => Show(dead.Source!.Path, m))];
    }

    public Task<int> ResubmitAsync(string entityPath, long? sequenceNumber = null) => core.ResubmitAsync(Find(entityPath), sequenceNumber);

    private Entity Find(string path) =>
        core.Entities.TryFind(path, out Entity? entity) && entity.DeadLetters is { } dead
            ? dead
            : throw new ArgumentException($"There is no queue or subscription '{path}'.", nameof(path));

    private static DeadLetter Show(string path, StoredMessage message)
    {
        MessageFacts facts = StoredContent.Facts(message.Content);
        return new(
            message.Sequence,
            path,
            facts.MessageId,
            facts.Subject,
            facts.Property(DeadLetterReason.Reason),
            facts.Property(DeadLetterReason.Description),
            message.Deliveries,
            new DateTimeOffset(message.Enqueued, TimeSpan.Zero)
        );
    }
}
