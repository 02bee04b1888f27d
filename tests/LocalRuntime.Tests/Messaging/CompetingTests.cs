using System.Collections.Concurrent;

namespace EntCredit.LocalRuntime.Tests.Messaging;

/// <summary>Two clients of one subscription, as two machines of one department.</summary>
public sealed class CompetingTests : MessagingTest
{
    private static Bus Start() =>
        Bus.With(new([], [new("notices", [new("chengguan") { Delivery = new() { LockDuration = TimeSpan.FromSeconds(30) } }])]));

    [Fact]
    public async Task Receive_OneClientIsSlow_TheOtherGoesOnAndNothingIsDoubled()
    {
        const int Messages = 60;
        await using Bus bus = Start();
        await using ServiceBusClient slow = bus.NewClient();
        await using ServiceBusClient fast = bus.NewClient();
        await bus.Client.CreateSender("notices").SendMessagesAsync(Enumerable.Range(0, Messages).Select(i => new ServiceBusMessage($"{i}")), Stop);
        var done = new ConcurrentQueue<(string Client, string Text)>();
        Task ReceiveAsync(ServiceBusClient client, string name, int delay) =>
            Task.Run(async () =>
            {
                ServiceBusReceiver receiver = client.CreateReceiver("notices", "chengguan");
                while (await receiver.ReceiveMessageAsync(Moment * 3, Stop) is { } message)
                {
                    await Task.Delay(delay, Stop);
                    await receiver.CompleteMessageAsync(message, Stop);
                    done.Enqueue((name, Text(message)));
                }
            });
        await Task.WhenAll(ReceiveAsync(slow, "slow", 100), ReceiveAsync(fast, "fast", 0));
        Assert.Equal(Enumerable.Range(0, Messages).Select(i => $"{i}").Order(), done.Select(d => d.Text).Order());
        Assert.Equal(2, done.Select(d => d.Client).Distinct().Count());
        Assert.Empty(await bus.PeekAsync("notices/Subscriptions/chengguan"));
    }

    [Fact]
    public async Task Receive_OneClientDiesBeforeItSettles_TheOtherGetsItWhenTheLockEnds()
    {
        await using Bus bus = Start();
        await using ServiceBusClient other = bus.NewClient();
        await bus.Client.CreateSender("notices").SendMessagesAsync([new("1"), new("2")], Stop);
        ServiceBusReceivedMessage held;
        await using (ServiceBusClient dying = bus.NewClient())
            held = await NextAsync(dying.CreateReceiver("notices", "chengguan"));
        ServiceBusReceiver receiver = other.CreateReceiver("notices", "chengguan");
        ServiceBusReceivedMessage second = await NextAsync(receiver);
        Assert.Equal(("1", "2"), (Text(held), Text(second)));
        await receiver.CompleteMessageAsync(second, Stop);
        await NothingAsync(receiver);
        bus.Pass(TimeSpan.FromSeconds(30));
        ServiceBusReceivedMessage first = await NextAsync(receiver);
        Assert.Equal(("1", 2), (Text(first), first.DeliveryCount));
        await receiver.CompleteMessageAsync(first, Stop);
        Assert.Empty(await bus.PeekAsync("notices/Subscriptions/chengguan"));
    }
}
