using EntCredit.Domain.Departments;
using EntCredit.Domain.Messages;

namespace EntCredit.Functions.Messages;

/// <summary>What was put aside, in the queue of answers and in every department's subscriptions.</summary>
public sealed class DeadLetterBox(MessageBus bus, AnswerIntake intake, Func<DepartmentRegister> departments)
{
    private const int MostOfOne = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Where messages can be put aside.</summary>
    public IReadOnlyList<string> Entities =>
    [
        MessageNames.Answers,
        .. departments().All.Where(department => department.Messages).SelectMany(department => MessageNames.Topics.Select(topic => $"{topic}/{department.Id}")),
    ];

    /// <summary>What lies in one place, oldest first, at most a hundred after a number.</summary>
    public async Task<IReadOnlyList<ServiceBusReceivedMessage>> ListAsync(string entity, long after, CancellationToken cancellation)
    {
        await using var receiver = Receiver(entity);
        return await receiver.PeekMessagesAsync(MostOfOne, after + 1, cancellation);
    }

    /// <summary>
    /// Tries one again. An answer is taken as if it came now; where it is refused again it stays. A message to a department is sent to its topic under an id of its own, since its topic
    /// knows the old one. Null where there is no such message.
    /// </summary>
    public async Task<ReplayedLetter?> ReplayAsync(string entity, long number, DurableTaskClient client, CancellationToken cancellation)
    {
        await using var receiver = Receiver(entity);
        List<ServiceBusReceivedMessage> others = [];
        try
        {
            while (await receiver.ReceiveMessagesAsync(MostOfOne, Patience, cancellation) is { Count: > 0 } some)
            {
                others.AddRange(some);
                if (others.Find(message => message.SequenceNumber == number) is not { } letter) continue;
                others.Remove(letter);
                return await ReplayAsync(receiver, entity, letter, client, cancellation);
            }

            return null;
        }
        finally
        {
            foreach (var other in others) await receiver.AbandonMessageAsync(other, cancellationToken: CancellationToken.None);
        }
    }

    private async Task<ReplayedLetter> ReplayAsync(
        ServiceBusReceiver receiver, string entity, ServiceBusReceivedMessage letter, DurableTaskClient client, CancellationToken cancellation)
    {
        if (entity == MessageNames.Answers)
        {
            if (await intake.TakeAsync(letter, client, cancellation) is { } refusal)
            {
                await receiver.AbandonMessageAsync(letter, cancellationToken: cancellation);
                return new ReplayedLetter(letter.MessageId, refusal.Error.Code, refusal.Text);
            }
        }
        else
        {
            await bus.SenderOf(entity.Split('/')[0]).SendMessageAsync(
                new ServiceBusMessage(letter) { MessageId = $"{letter.MessageId}~{letter.SequenceNumber}" }, cancellation);
        }

        await receiver.CompleteMessageAsync(letter, cancellation);
        return new ReplayedLetter(letter.MessageId, null, null);
    }

    private ServiceBusReceiver Receiver(string entity)
    {
        var options = new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter };
        return entity.Split('/') is [var topic, var subscription]
            ? bus.Client.CreateReceiver(topic, subscription, options)
            : bus.Client.CreateReceiver(entity, options);
    }
}
