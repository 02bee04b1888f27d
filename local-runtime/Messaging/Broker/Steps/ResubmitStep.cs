using EntCredit.LocalRuntime.Messaging.Broker.Entities;
using EntCredit.LocalRuntime.Messaging.Broker.Storage;
using EntCredit.LocalRuntime.Messaging.Broker.Wire;
using EntCredit.LocalRuntime.Messaging.Protocol;

namespace EntCredit.LocalRuntime.Messaging.Broker.Steps;

/// <summary>An operator lets dead letters be tried again.</summary>
internal static class ResubmitStep
{
    private const int AtOnce = 500;

    /// <summary>Puts one dead letter, or all that nobody holds, back where they were, as if never given out.</summary>
    /// <returns>How many.</returns>
    public static int Apply(BrokerStore store, Entity dead, long? sequence)
    {
        int moved = 0;
        long from = sequence ?? 0;
        while (true)
        {
            List<StoredMessage> page = store.Peek(dead.Id, from, sequence is null ? AtOnce : 1);
            foreach (StoredMessage message in page.Where(m => m.State != MessageState.Locked && (sequence is null || m.Sequence == sequence)))
            {
                store.Rewrite(message.Sequence, StoredContent.Without(message.Content, DeadLetterReason.Reason, DeadLetterReason.Description));
                store.Place(message with { Entity = dead.Source!.Id, State = MessageState.Ready, Deliveries = 0, Due = null });
                moved++;
            }
            if (sequence is not null || page.Count < AtOnce)
                return moved;
            from = page[^1].Sequence + 1;
        }
    }
}
