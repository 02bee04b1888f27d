using EntCredit.LocalRuntime.Messaging.Broker;

namespace EntCredit.LocalRuntime.Tests.Messaging;

public sealed class DeadLetterTests : MessagingTest
{
    private static async Task BuryAsync(Bus bus, params string[] texts)
    {
        await bus.Client.CreateSender("q").SendMessagesAsync(texts.Select(t => new ServiceBusMessage(t) { MessageId = t, Subject = "penalty" }), Stop);
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("q");
        foreach (string _ in texts)
        {
            ServiceBusReceivedMessage message = await NextAsync(receiver);
            await receiver.DeadLetterMessageAsync(message, $"reason of {Text(message)}", "why", Stop);
        }
    }

    [Fact]
    public async Task Read_PageByPage_SaysWhatAndWhy()
    {
        await using Bus bus = Bus.WithQueue();
        await BuryAsync(bus, "a", "b", "c");
        IReadOnlyList<DeadLetter> first = await bus.Broker.DeadLetters.ReadAsync("q", 0, 2);
        DeadLetter last = Assert.Single(await bus.Broker.DeadLetters.ReadAsync("Q", first[1].SequenceNumber + 1, 2));
        Assert.Equal(["a", "b"], first.Select(d => d.MessageId));
        Assert.Equal(("c", "penalty", "reason of c", "why", 1, "q", Bus.Begin), (last.MessageId, last.Subject, last.Reason, last.Description, last.DeliveryCount, last.EntityPath, last.EnqueuedTime));
        await Assert.ThrowsAsync<ArgumentException>(() => bus.Broker.DeadLetters.ReadAsync("other"));
    }

    [Fact]
    public async Task Resubmit_OneAndThenAll_StartFromTheBeginningWithoutTheReason()
    {
        await using Bus bus = Bus.WithQueue();
        await BuryAsync(bus, "a", "b", "c");
        DeadLetter second = (await bus.Broker.DeadLetters.ReadAsync("q"))[1];
        Assert.Equal(1, await bus.Broker.DeadLetters.ResubmitAsync("q", second.SequenceNumber));
        Assert.Equal(0, await bus.Broker.DeadLetters.ResubmitAsync("q", second.SequenceNumber));
        bus.Crash();
        ServiceBusReceivedMessage again = await NextAsync(bus.Client.CreateReceiver("q"));
        Assert.Equal(("b", 1, null), (Text(again), again.DeliveryCount, again.DeadLetterReason));
        Assert.Equal(2, await bus.Broker.DeadLetters.ResubmitAsync("q"));
        Assert.Empty(await bus.Broker.DeadLetters.ReadAsync("q"));
        Assert.Equal(["a", "b", "c"], (await bus.PeekAsync()).Select(Text));
    }

    [Fact]
    public async Task Resubmit_SomebodyHoldsOne_ThatOneStays()
    {
        await using Bus bus = Bus.WithQueue();
        await BuryAsync(bus, "a", "b");
        await NextAsync(bus.Client.CreateReceiver("q", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter }));
        Assert.Equal(1, await bus.Broker.DeadLetters.ResubmitAsync("q"));
        Assert.Equal("a", Assert.Single(await bus.Broker.DeadLetters.ReadAsync("q")).MessageId);
    }

    // What an operator does on Azure, where there is only the client: receive there, send anew, complete. The new id derives from the old one
    // and its number: the old one would be dropped as a duplicate, and a second try after a crash in between must be.
    [Fact]
    public async Task Replay_ByTheClientAlone_IsSentOnceAlsoAfterACrashInBetween()
    {
        await using Bus bus = Bus.WithQueue(duplicates: TimeSpan.FromDays(7));
        await BuryAsync(bus, "a");
        ServiceBusSender sender = bus.Client.CreateSender("q");
        for (int attempt = 0; attempt < 2; attempt++)
        {
            ServiceBusReceiver dead = bus.Client.CreateReceiver("q", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
            ServiceBusReceivedMessage found = await NextAsync(dead);
            var again = new ServiceBusMessage(found) { MessageId = $"{found.MessageId}:{found.SequenceNumber}" };
            Assert.DoesNotContain("DeadLetterReason", again.ApplicationProperties.Keys);
            await sender.SendMessageAsync(again, Stop);
            if (attempt == 0)
            {
                bus.Crash();
                bus.Pass(TimeSpan.FromMinutes(1));
            }
            else
            {
                await dead.CompleteMessageAsync(found, Stop);
            }
        }
        Assert.Equal(["a"], (await bus.PeekAsync()).Select(Text));
        Assert.Empty(await bus.PeekAsync(subQueue: SubQueue.DeadLetter));
    }
}
