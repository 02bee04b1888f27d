namespace EntCredit.LocalRuntime.Tests.Messaging;

/// <summary>What the tests of messages say often.</summary>
public abstract class MessagingTest
{
    protected static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    protected static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected static async Task<ServiceBusReceivedMessage> NextAsync(ServiceBusReceiver receiver) =>
        await receiver.ReceiveMessageAsync(Soon, Stop) ?? throw new Xunit.Sdk.XunitException($"Nothing came from {receiver.EntityPath}.");

    protected static async Task NothingAsync(ServiceBusReceiver receiver) => Assert.Null(await receiver.ReceiveMessageAsync(Moment, Stop));

    protected static async Task<ServiceBusFailureReason> RefusedAsync(Func<Task> operation) =>
        (await Assert.ThrowsAsync<ServiceBusException>(operation)).Reason;

    protected static string Text(ServiceBusReceivedMessage message) => message.Body.ToString();
}
