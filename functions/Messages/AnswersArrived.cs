using EntCredit.Domain.Messages;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Messages;

/// <summary>What departments answer by message.</summary>
public sealed class AnswersArrived(AnswerIntake intake, ILogger<AnswersArrived> logger)
{
    /// <summary>Takes one. What can never be taken is put aside at once with its numbered reason; what fails otherwise comes again.</summary>
    [Function("AnswersArrived")]
    public async Task RunAsync(
        [ServiceBusTrigger(MessageNames.Answers, Connection = MessageBus.Connection)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (await intake.TakeAsync(message, client, cancellation) is not { } refusal) return;
        logger.LogWarning("The answer {Message} was put aside: {Code}", message.MessageId, refusal.Error.Code);
        await actions.DeadLetterMessageAsync(
            message, deadLetterReason: refusal.Error.Code, deadLetterErrorDescription: refusal.Text, cancellationToken: cancellation);
    }
}
