namespace EntCredit.LocalRuntime.Tests.Worker.ServiceBus;

public sealed class BatchFunction(Seen seen)
{
    [Function("Batch")]
    public void Batch([ServiceBusTrigger("q", Connection = "Bus", IsBatched = true)] ServiceBusReceivedMessage[] messages)
    {
        seen.Add(string.Join(' ', messages.Select(m => m.Body.ToString())));
        if (messages.Any(m => m.Body.ToString() == "wrong"))
            throw new InvalidOperationException("One is wrong.");
    }
}
