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
    public async Task Crash_WhileManySendAndComplete_NothingAcceptedIsLostAndNothingCompletedComesAgain()
    {
        const int Senders = 4;
        const int EachSends = 150;
        await using Bus bus = Bus.With(new([new("q") { DuplicateWindow = TimeSpan.FromDays(1), Delivery = new() { MaxDeliveryCount = 100 } }], []));
        var tally = new Tally(bus.NewClient);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task receiving = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => tally.ReceiveAsync(ended.Token))));
        Task sending = Task.WhenAll(Enumerable.Range(0, Senders).Select(s => Task.Run(() => tally.SendAsync($"{s}", EachSends, Stop))));
        for (int crash = 0; crash < 5; crash++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(120), Stop);
            bus.Crash();
        }
        await sending;
        // Whoever was given a message that did not reach him waits for its lock to end.
        while (await bus.PeekAsync() is { Count: > 0 })
        {
            await Task.Delay(Moment, Stop);
            bus.Pass(TimeSpan.FromMinutes(1));
        }
        await ended.CancelAsync();
        await receiving;
        tally.Check(Senders * EachSends);
    }

    [Fact]
    public async Task Start_EntityIsNoLongerDeclared_ItsMessagesWaitUntilItIs()
    {
        await using Bus bus = Bus.WithQueue();
        ServiceBusSender sender = bus.Client.CreateSender("q");
        await sender.SendMessageAsync(new("short") { TimeToLive = TimeSpan.FromMinutes(1) }, Stop);
        await sender.SendMessageAsync(new("ready"), Stop);
        await sender.ScheduleMessageAsync(new("scheduled"), Bus.Begin.AddDays(1), Stop);
        bus.Crash(new([new("other")], []));
        bus.Pass(TimeSpan.FromDays(2));
        await bus.Client.CreateSender("other").SendMessageAsync(new("a"), Stop);
        Assert.Null(await bus.Broker.NextScheduledAsync());
        bus.Crash();
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("q");
        Assert.Equal("ready", Text(await NextAsync(receiver)));
        Assert.Equal("scheduled", Text(await NextAsync(receiver)));
        await NothingAsync(receiver);
    }
}
