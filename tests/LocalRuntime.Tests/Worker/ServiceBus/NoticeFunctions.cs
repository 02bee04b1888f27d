using System.Diagnostics;

namespace EntCredit.LocalRuntime.Tests.Worker.ServiceBus;

public sealed class NoticeFunctions(Seen seen, Gate gate)
{
    [Function("Notice")]
    public async Task Notice(
        [ServiceBusTrigger("notices", "%Department%", Connection = "Bus")] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        FunctionContext context,
        CancellationToken cancellation
    )
    {
        string text = message.Body.ToString();
        seen.Add($"{text} {message.DeliveryCount}");
        switch (text)
        {
            case "wrong":
                throw new InvalidOperationException("It is wrong.");
            case "wrong once" when message.DeliveryCount == 1:
                throw new InvalidOperationException("It is wrong once.");
            case "unreadable":
                await actions.DeadLetterMessageAsync(message, null, "Unreadable", "no such item", cancellation);
                break;
            case "held":
                await gate.WaitAsync(cancellation);
                seen.Add($"{text} end");
                break;
            case "traced":
                seen.Add(Activity.Current!.TraceId.ToString());
                break;
        }
    }
}
