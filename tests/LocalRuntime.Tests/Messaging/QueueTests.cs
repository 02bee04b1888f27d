namespace EntCredit.LocalRuntime.Tests.Messaging;

public sealed class QueueTests : MessagingTest
{
    [Fact]
    public async Task Send_EveryProperty_ArrivesAsItWas()
    {
        await using Bus bus = Bus.WithQueue();
        var sent = new ServiceBusMessage("许可信息")
        {
            MessageId = "m-1",
            CorrelationId = "case-1",
            Subject = "penalty",
            To = "approver",
            ReplyTo = "inbox",
            ContentType = "application/cloudevents+json",
            SessionId = "s",
            ReplyToSessionId = "r",
            PartitionKey = "s",
            TimeToLive = TimeSpan.FromHours(1),
        };
        sent.ApplicationProperties["department"] = "城管";
        sent.ApplicationProperties["version"] = 7L;
        sent.ApplicationProperties["at"] = Bus.Begin;
        sent.ApplicationProperties["span"] = TimeSpan.FromMinutes(3);
        sent.ApplicationProperties["where"] = new Uri("https://example.org/a");
        sent.ApplicationProperties["id"] = new Guid("11111111-2222-3333-4444-555555555555");
        await bus.Client.CreateSender("q").SendMessageAsync(sent, Stop);

        ServiceBusReceivedMessage got = await NextAsync(bus.Client.CreateReceiver("q"));

        Assert.Equal("许可信息", Text(got));
        Assert.Equal(
            ("m-1", "case-1", "penalty", "approver", "inbox", "application/cloudevents+json", "s", "r", "s"),
            (got.MessageId, got.CorrelationId, got.Subject, got.To, got.ReplyTo, got.ContentType, got.SessionId, got.ReplyToSessionId, got.PartitionKey)
        );
        Assert.Equal(sent.ApplicationProperties.Order(ByKey), got.ApplicationProperties.Order(ByKey));
        Assert.Equal((TimeSpan.FromHours(1), 1, Bus.Begin, Bus.Begin.AddHours(1)), (got.TimeToLive, got.DeliveryCount, got.EnqueuedTime, got.ExpiresAt));
        Assert.Equal((Bus.Begin.AddSeconds(30), ServiceBusMessageState.Active), (got.LockedUntil, got.State));
        Assert.True(got.SequenceNumber > 0);
    }

    [Fact]
    public async Task Complete_HeldMessage_IsGone()
    {
        await using Bus bus = Bus.WithQueue();
        await bus.Client.CreateSender("q").SendMessageAsync(new("a"), Stop);
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("q");
        ServiceBusReceivedMessage message = await NextAsync(receiver);
        await receiver.CompleteMessageAsync(message, Stop);
        Assert.Empty(await bus.PeekAsync());
        Assert.Equal(ServiceBusFailureReason.MessageLockLost, await RefusedAsync(() => receiver.CompleteMessageAsync(message, Stop)));
    }

    [Fact]
    public async Task Abandon_HeldMessage_ComesAgainCountedAndChanged()
    {
        await using Bus bus = Bus.WithQueue();
        await bus.Client.CreateSender("q").SendMessageAsync(new("a"), Stop);
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("q");
        ServiceBusReceivedMessage first = await NextAsync(receiver);
        await receiver.AbandonMessageAsync(first, new Dictionary<string, object> { ["why"] = "busy" }, Stop);
        ServiceBusReceivedMessage second = await NextAsync(receiver);
        Assert.Equal((first.SequenceNumber, 2, "busy"), (second.SequenceNumber, second.DeliveryCount, second.ApplicationProperties["why"]));
        Assert.NotEqual(first.LockToken, second.LockToken);
    }

    [Fact]
    public async Task Abandon_AsOftenAsAllowed_IsADeadLetterWithTheReason()
    {
        await using Bus bus = Bus.WithQueue(deliveries: 3);
        await bus.Client.CreateSender("q").SendMessageAsync(new("a") { MessageId = "m" }, Stop);
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("q");
        for (int i = 0; i < 3; i++)
            await receiver.AbandonMessageAsync(await NextAsync(receiver), null, Stop);
        Assert.Empty(await bus.PeekAsync());
        ServiceBusReceivedMessage dead = Assert.Single(await bus.PeekAsync(subQueue: SubQueue.DeadLetter));
        Assert.Equal(("m", "MaxDeliveryCountExceeded", "a"), (dead.MessageId, dead.DeadLetterReason, Text(dead)));
        Assert.Equal("Message could not be consumed after 3 delivery attempts.", dead.DeadLetterErrorDescription);
    }

    [Fact]
    public async Task DeadLetter_WithReason_IsReceivedAndCompletedThere()
    {
        await using Bus bus = Bus.WithQueue();
        await bus.Client.CreateSender("q").SendMessageAsync(new("a"), Stop);
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("q");
        ServiceBusReceivedMessage message = await NextAsync(receiver);
        await receiver.DeadLetterMessageAsync(message, new Dictionary<string, object> { ["n"] = 1 }, "Unreadable", "第3行", Stop);
        ServiceBusReceiver dead = bus.Client.CreateReceiver("q", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        ServiceBusReceivedMessage found = await NextAsync(dead);
        Assert.Equal(("Unreadable", "第3行", 1), (found.DeadLetterReason, found.DeadLetterErrorDescription, found.ApplicationProperties["n"]));
        await dead.CompleteMessageAsync(found, Stop);
        Assert.Empty(await bus.PeekAsync(subQueue: SubQueue.DeadLetter));
    }

    [Fact]
    public async Task Lock_NotRenewed_EndsAndTheMessageComesAgain()
    {
        await using Bus bus = Bus.WithQueue();
        await bus.Client.CreateSender("q").SendMessageAsync(new("a"), Stop);
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("q");
        ServiceBusReceivedMessage first = await NextAsync(receiver);
        bus.Pass(TimeSpan.FromSeconds(29));
        await NothingAsync(receiver);
        bus.Pass(TimeSpan.FromSeconds(1));
        ServiceBusReceivedMessage second = await NextAsync(receiver);
        Assert.Equal((first.SequenceNumber, 2), (second.SequenceNumber, second.DeliveryCount));
        Assert.Equal(ServiceBusFailureReason.MessageLockLost, await RefusedAsync(() => receiver.CompleteMessageAsync(first, Stop)));
        await receiver.CompleteMessageAsync(second, Stop);
    }

    [Fact]
    public async Task Lock_Renewed_HoldsOn()
    {
        await using Bus bus = Bus.WithQueue();
        await bus.Client.CreateSender("q").SendMessageAsync(new("a"), Stop);
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("q");
        ServiceBusReceivedMessage message = await NextAsync(receiver);
        for (int i = 0; i < 3; i++)
        {
            bus.Pass(TimeSpan.FromSeconds(20));
            await receiver.RenewMessageLockAsync(message, Stop);
            Assert.Equal(bus.Machine.GetUtcNow().AddSeconds(30), message.LockedUntil);
        }
        await receiver.CompleteMessageAsync(message, Stop);
        bus.Pass(TimeSpan.FromMinutes(1));
        Assert.Empty(await bus.PeekAsync());
        Assert.Equal(ServiceBusFailureReason.MessageLockLost, await RefusedAsync(() => receiver.RenewMessageLockAsync(message, Stop)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TimeToLive_IsOver_IsADeadLetterOrGone(bool buries)
    {
        await using Bus bus = Bus.WithQueue(lives: TimeSpan.FromHours(1), buriesExpired: buries);
        ServiceBusSender sender = bus.Client.CreateSender("q");
        await sender.SendMessageAsync(new("short") { TimeToLive = TimeSpan.FromMinutes(1) }, Stop);
        await sender.SendMessageAsync(new("long") { TimeToLive = TimeSpan.FromDays(1) }, Stop);
        bus.Pass(TimeSpan.FromMinutes(2));
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("q");
        ServiceBusReceivedMessage held = await NextAsync(receiver);
        Assert.Equal("long", Text(held));
        bus.Pass(TimeSpan.FromMinutes(59));
        await NothingAsync(receiver);
        IReadOnlyList<ServiceBusReceivedMessage> dead = await bus.PeekAsync(subQueue: SubQueue.DeadLetter);
        Assert.Equal(buries ? ["short", "long"] : [], dead.Select(Text));
        Assert.All(dead, d => Assert.Equal("TTLExpiredException", d.DeadLetterReason));
        Assert.Empty(await bus.PeekAsync());
    }

    [Fact]
    public async Task Schedule_LegalTimeComes_BecomesAvailable()
    {
        await using Bus bus = Bus.WithQueue();
        ServiceBusSender sender = bus.Client.CreateSender("q");
        long number = await sender.ScheduleMessageAsync(new("later"), Bus.Begin.AddDays(20), Stop);
        await sender.SendMessageAsync(new("soon") { ScheduledEnqueueTime = Bus.Begin.AddDays(10) }, Stop);
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("q");
        bus.Machine.Advance(TimeSpan.FromDays(30));
        await NothingAsync(receiver);
        Assert.All(await bus.PeekAsync(), m => Assert.Equal(ServiceBusMessageState.Scheduled, m.State));
        Assert.Equal(Bus.Begin.AddDays(10), await bus.Broker.NextScheduledAsync());
        bus.Legal.Advance(TimeSpan.FromDays(10));
        ServiceBusReceivedMessage soon = await NextAsync(receiver);
        Assert.Equal(("soon", bus.Machine.GetUtcNow()), (Text(soon), soon.EnqueuedTime));
        bus.Legal.Advance(TimeSpan.FromDays(10));
        ServiceBusReceivedMessage later = await NextAsync(receiver);
        Assert.Equal(("later", number), (Text(later), later.EnqueuedSequenceNumber));
        Assert.NotEqual(number, later.SequenceNumber);
    }

    [Fact]
    public async Task CancelScheduled_Waiting_NeverComes()
    {
        await using Bus bus = Bus.WithQueue();
        ServiceBusSender sender = bus.Client.CreateSender("q");
        long number = await sender.ScheduleMessageAsync(new("later"), Bus.Begin.AddDays(1), Stop);
        await sender.CancelScheduledMessageAsync(number, Stop);
        Assert.Empty(await bus.PeekAsync());
        Assert.Equal(ServiceBusFailureReason.MessageNotFound, await RefusedAsync(() => sender.CancelScheduledMessageAsync(number, Stop)));
    }

    [Fact]
    public async Task DuplicateDetection_SameIdInTheWindow_IsDroppedAndAfterItIsNot()
    {
        await using Bus bus = Bus.WithQueue(duplicates: TimeSpan.FromMinutes(10));
        ServiceBusSender sender = bus.Client.CreateSender("q");
        await sender.SendMessageAsync(new("1") { MessageId = "m" }, Stop);
        await sender.SendMessageAsync(new("2") { MessageId = "m" }, Stop);
        await sender.SendMessagesAsync([new("3") { MessageId = "m" }, new("4") { MessageId = "n" }, new("5") { MessageId = "n" }], Stop);
        Assert.Equal(["1", "4"], (await bus.PeekAsync()).Select(Text));
        bus.Crash();
        await sender.SendMessageAsync(new("6") { MessageId = "m" }, Stop);
        bus.Pass(TimeSpan.FromMinutes(10));
        await sender.SendMessageAsync(new("7") { MessageId = "m" }, Stop);
        Assert.Equal(["1", "4", "7"], (await bus.PeekAsync()).Select(Text));
    }

    [Fact]
    public async Task ReceiveAndDelete_Received_IsGoneAndCannotBeSettled()
    {
        await using Bus bus = Bus.WithQueue();
        await bus.Client.CreateSender("q").SendMessageAsync(new("a"), Stop);
        var options = new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete };
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("q", options);
        ServiceBusReceivedMessage message = await NextAsync(receiver);
        Assert.Equal("a", Text(message));
        Assert.Empty(await bus.PeekAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => receiver.CompleteMessageAsync(message, Stop));
    }

    [Fact]
    public async Task Defer_HeldMessage_IsReceivedByItsNumberOnly()
    {
        await using Bus bus = Bus.WithQueue();
        await bus.Client.CreateSender("q").SendMessageAsync(new("a"), Stop);
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("q");
        ServiceBusReceivedMessage message = await NextAsync(receiver);
        await receiver.DeferMessageAsync(message, null, Stop);
        await NothingAsync(receiver);
        Assert.Equal(ServiceBusMessageState.Deferred, Assert.Single(await bus.PeekAsync()).State);
        ServiceBusReceivedMessage again = await receiver.ReceiveDeferredMessageAsync(message.SequenceNumber, Stop);
        Assert.Equal(("a", 2), (Text(again), again.DeliveryCount));
        await receiver.CompleteMessageAsync(again, Stop);
        Assert.Equal(
            ServiceBusFailureReason.MessageNotFound,
            await RefusedAsync(() => receiver.ReceiveDeferredMessageAsync(message.SequenceNumber, Stop))
        );
    }

    [Fact]
    public async Task Peek_PageByPage_GoesOnAndLocksNothing()
    {
        await using Bus bus = Bus.WithQueue();
        await bus.Client.CreateSender("q").SendMessagesAsync(Enumerable.Range(0, 7).Select(i => new ServiceBusMessage($"{i}")), Stop);
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("q");
        var seen = new List<string>();
        while (await receiver.PeekMessagesAsync(3, null, Stop) is { Count: > 0 } page)
            seen.AddRange(page.Select(Text));
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6"], seen);
        Assert.Equal((0, "0"), ((await receiver.PeekMessageAsync(0, Stop))!.DeliveryCount, Text(await NextAsync(receiver))));
    }

    [Fact]
    public async Task SendBatch_FilledToItsSize_ArrivesInOrder()
    {
        await using Bus bus = Bus.WithQueue();
        ServiceBusSender sender = bus.Client.CreateSender("q");
        using ServiceBusMessageBatch batch = await sender.CreateMessageBatchAsync(new CreateMessageBatchOptions { MaxSizeInBytes = 5000 }, Stop);
        int added = 0;
        while (batch.TryAddMessage(new ServiceBusMessage(new string('x', 1000)) { MessageId = $"{added}" }))
            added++;
        Assert.Equal((4, true), (batch.Count, batch.SizeInBytes <= batch.MaxSizeInBytes));
        await sender.SendMessagesAsync(batch, Stop);
        Assert.Equal(["0", "1", "2", "3"], (await bus.PeekAsync()).Select(m => m.MessageId));
    }

    [Fact]
    public async Task Send_MessageIsTooLarge_IsRefused()
    {
        await using Bus bus = Bus.WithQueue();
        ServiceBusSender sender = bus.Client.CreateSender("q");
        Assert.Equal(
            ServiceBusFailureReason.MessageSizeExceeded,
            await RefusedAsync(() => sender.SendMessageAsync(new(new byte[300 * 1024]), Stop))
        );
        await sender.SendMessageAsync(new(new byte[250 * 1024]), Stop);
        Assert.Equal(250 * 1024, (await NextAsync(bus.Client.CreateReceiver("q"))).Body.ToMemory().Length);
    }

    [Fact]
    public async Task Receive_NobodyAsksAnyMore_TheMessageGoesToAnother()
    {
        await using Bus bus = Bus.WithQueue();
        ServiceBusReceiver idle = bus.Client.CreateReceiver("q");
        await NothingAsync(idle);
        await bus.Client.CreateSender("q").SendMessageAsync(new("a"), Stop);
        ServiceBusReceivedMessage message = await NextAsync(bus.Client.CreateReceiver("q"));
        Assert.Equal(("a", 1), (Text(message), message.DeliveryCount));
    }

    [Fact]
    public async Task Prefetch_CloseBeforeAsked_GivesBackUncounted()
    {
        await using Bus bus = Bus.WithQueue();
        await bus.Client.CreateSender("q").SendMessagesAsync(Enumerable.Range(0, 5).Select(i => new ServiceBusMessage($"{i}")), Stop);
        await using (ServiceBusReceiver greedy = bus.Client.CreateReceiver("q", new ServiceBusReceiverOptions { PrefetchCount = 10 }))
        {
            ServiceBusReceivedMessage first = await NextAsync(greedy);
            await greedy.CompleteMessageAsync(first, Stop);
            await Task.Delay(Moment, Stop);
        }
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("q");
        var seen = new List<(string, int)>();
        for (int i = 0; i < 4; i++)
        {
            ServiceBusReceivedMessage message = await NextAsync(receiver);
            seen.Add((Text(message), message.DeliveryCount));
        }
        Assert.Equal([("1", 1), ("2", 1), ("3", 1), ("4", 1)], seen.Order());
    }

    [Fact]
    public async Task Open_NoSuchEntity_IsNotFound()
    {
        await using Bus bus = Bus.WithQueue();
        Assert.Equal(
            ServiceBusFailureReason.MessagingEntityNotFound,
            await RefusedAsync(() => bus.Client.CreateSender("other").SendMessageAsync(new("a"), Stop))
        );
        Assert.Equal(
            ServiceBusFailureReason.MessagingEntityNotFound,
            await RefusedAsync(() => bus.Client.CreateReceiver("other").ReceiveMessageAsync(Soon, Stop))
        );
    }

    private static readonly IComparer<KeyValuePair<string, object>> ByKey = Comparer<KeyValuePair<string, object>>.Create(
        (a, b) => string.CompareOrdinal(a.Key, b.Key)
    );
}
