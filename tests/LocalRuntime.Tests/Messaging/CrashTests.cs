using System.Collections.Concurrent;
using EntCredit.LocalRuntime.Messaging.Broker.Entities;

namespace EntCredit.LocalRuntime.Tests.Messaging;

public sealed class CrashTests : MessagingTest
{
    [Fact]
    public async Task Crash_MessagesInEveryState_NothingIsLostOrDoubled()
    {
        await using Bus bus = Bus.WithQueue();
        ServiceBusSender sender = bus.Client.CreateSender("q");
        await sender.SendMessagesAsync(new[] { "done", "dead", "deferred", "locked", "ready" }.Select(t => new ServiceBusMessage(t)), Stop);
        await sender.ScheduleMessageAsync(new("scheduled"), Bus.Begin.AddDays(1), Stop);
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("q");
        await receiver.CompleteMessageAsync(await NextAsync(receiver), Stop);
        await receiver.DeadLetterMessageAsync(await NextAsync(receiver), "why", null, Stop);
        await receiver.DeferMessageAsync(await NextAsync(receiver), null, Stop);
        ServiceBusReceivedMessage locked = await NextAsync(receiver);
        bus.Crash();
        Assert.Equal(["deferred", "locked", "ready", "scheduled"], (await bus.PeekAsync()).Select(Text));
        Assert.Equal("why", Assert.Single(await bus.PeekAsync(subQueue: SubQueue.DeadLetter)).DeadLetterReason);
        // The lock is on disk, too: nobody else is given the message, and its holder completes it.
        Assert.Equal("ready", Text(await NextAsync(receiver)));
        await NothingAsync(receiver);
        await receiver.CompleteMessageAsync(locked, Stop);
        Assert.Equal(["deferred", "ready", "scheduled"], (await bus.PeekAsync()).Select(Text));
    }

    [Fact]
    public async Task Crash_WhileManySendAndComplete_EachAcceptedMessageIsCompletedOnce()
    {
        const int Senders = 4;
        const int EachSends = 150;
        await using Bus bus = Bus.With(new([new("q") { DuplicateWindow = TimeSpan.FromDays(1) }], []));
        var completed = new ConcurrentDictionary<string, int>();
        using var ended = new CancellationTokenSource();
        Task receiving = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => CompleteAllAsync(bus, completed, ended.Token))));
        Task sending = Task.WhenAll(Enumerable.Range(0, Senders).Select(s => Task.Run(() => SendAllAsync(bus, s, EachSends))));
        for (int crash = 0; crash < 5; crash++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(120), Stop);
            bus.Crash();
        }
        await sending;
        while (await bus.PeekAsync() is { Count: > 0 })
        {
            // Whoever took a message and did not get to know that the broker locked it for him waits for its lock to end.
            await Task.Delay(Moment, Stop);
            bus.Pass(TimeSpan.FromMinutes(1));
        }
        await ended.CancelAsync();
        await receiving;
        Assert.Equal(Senders * EachSends, completed.Count);
        Assert.All(completed, c => Assert.Equal(1, c.Value));
    }

    // Sends each until it was accepted, as an outbox does; a second try of what was kept is dropped as a duplicate.
    private static async Task SendAllAsync(Bus bus, int sender, int count)
    {
        await using ServiceBusClient client = bus.NewClient();
        ServiceBusSender link = client.CreateSender("q");
        for (int i = 0; i < count; i++)
            while (true)
            {
                try
                {
                    await link.SendMessageAsync(new($"{sender}-{i}") { MessageId = $"{sender}-{i}" }, Stop);
                    break;
                }
                catch (ServiceBusException e) when (e.IsTransient)
                {
                    // Again, then.
                }
            }
    }

    private static async Task CompleteAllAsync(Bus bus, ConcurrentDictionary<string, int> completed, CancellationToken ended)
    {
        await using ServiceBusClient client = bus.NewClient();
        ServiceBusReceiver receiver = client.CreateReceiver("q");
        while (!ended.IsCancellationRequested)
        {
            try
            {
                foreach (ServiceBusReceivedMessage message in await receiver.ReceiveMessagesAsync(20, Moment, ended))
                {
                    await receiver.CompleteMessageAsync(message, CancellationToken.None);
                    completed.AddOrUpdate(Text(message), 1, (_, n) => n + 1);
                }
            }
            catch (ServiceBusException e) when (e.Reason == ServiceBusFailureReason.MessageLockLost)
            {
                // It was completed, and the answer lost with the broker: nobody else will be given it, so it counts here.
                // Which one it was is not known; the queue's emptiness and the sum tell.
                throw;
            }
            catch (Exception e) when (e is ServiceBusException or OperationCanceledException)
            {
                // Again, then.
            }
        }
    }
}
