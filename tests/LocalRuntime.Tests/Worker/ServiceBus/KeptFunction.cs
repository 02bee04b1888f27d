namespace EntCredit.LocalRuntime.Tests.Worker.ServiceBus;

public sealed class KeptFunction(Seen seen)
{
    [Function("Kept")]
    public void Kept([ServiceBusTrigger("q", Connection = "Bus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message) =>
        seen.Add($"{message.Body} {message.DeliveryCount}");
}
