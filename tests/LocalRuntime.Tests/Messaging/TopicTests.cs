using EntCredit.LocalRuntime.Messaging.Broker.Entities;

namespace EntCredit.LocalRuntime.Tests.Messaging;

public sealed class TopicTests : MessagingTest
{
    private static Bus Start(TimeSpan? duplicates = null) =>
        Bus.With(
            new(
                [],
                [
                    new(
                        "notices",
                        [
                            new("all"),
                            new("chengguan") { Rules = [Own("chengguan")] },
                            new("penalties")
                            {
                                Rules =
                                [
                                    new() { System = new Dictionary<string, string> { ["Label"] = "penalty" } },
                                    new() { Properties = new Dictionary<string, string> { ["department"] = "scjg", ["level"] = "3" } },
                                ],
                            },
                        ]
                    )
                    {
                        DuplicateWindow = duplicates,
                    },
                ]
            )
        );

    private static CorrelationRule Own(string department) => new() { Properties = new Dictionary<string, string> { ["department"] = department } };

    private static ServiceBusMessage Message(string text, string? department = null, string? subject = null, int? level = null)
    {
        var message = new ServiceBusMessage(text) { Subject = subject };
        if (department is not null)
            message.ApplicationProperties["department"] = department;
        if (level is { } number)
            message.ApplicationProperties["level"] = number;
        return message;
    }

    private static async Task<string[]> InAsync(Bus bus, string subscription) =>
        [.. (await bus.PeekAsync($"notices/subscriptions/{subscription}")).Select(Text)];

    [Fact]
    public async Task Send_RulesDiffer_EachSubscriptionHasWhatItWants()
    {
        await using Bus bus = Start();
        ServiceBusSender sender = bus.Client.CreateSender("notices");
        await sender.SendMessagesAsync(
            [
                Message("1", "chengguan"),
                Message("2", "chengguan", "penalty"),
                Message("3", "scjg", level: 3),
                Message("4", "scjg", level: 2),
                Message("5"),
            ],
            Stop
        );
        Assert.Equal(["1", "2", "3", "4", "5"], await InAsync(bus, "all"));
        Assert.Equal(["1", "2"], await InAsync(bus, "chengguan"));
        Assert.Equal(["2", "3"], await InAsync(bus, "penalties"));
    }

    [Fact]
    public async Task Complete_InOneSubscription_StaysInTheOthers()
    {
        await using Bus bus = Start();
        await bus.Client.CreateSender("notices").SendMessageAsync(Message("1", "chengguan"), Stop);
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("notices", "chengguan");
        await receiver.CompleteMessageAsync(await NextAsync(receiver), Stop);
        Assert.Empty(await InAsync(bus, "chengguan"));
        Assert.Equal(["1"], await InAsync(bus, "all"));
    }

    [Fact]
    public async Task Schedule_ToATopic_IsSharedOutWhenItIsDue()
    {
        await using Bus bus = Start();
        ServiceBusSender sender = bus.Client.CreateSender("notices");
        await sender.ScheduleMessageAsync(Message("later", "chengguan"), Bus.Begin.AddDays(7), Stop);
        long cancelled = await sender.ScheduleMessageAsync(Message("never", "chengguan"), Bus.Begin.AddDays(7), Stop);
        Assert.Empty(await InAsync(bus, "all"));
        bus.Crash();
        await sender.CancelScheduledMessageAsync(cancelled, Stop);
        bus.Legal.Advance(TimeSpan.FromDays(7));
        Assert.Equal("later", Text(await NextAsync(bus.Client.CreateReceiver("notices", "chengguan"))));
        Assert.Equal("later", Text(await NextAsync(bus.Client.CreateReceiver("notices", "all"))));
        Assert.Empty(await InAsync(bus, "penalties"));
    }

    [Fact]
    public async Task DuplicateDetection_OfATopic_DropsBeforeItIsShared()
    {
        await using Bus bus = Start(duplicates: TimeSpan.FromDays(7));
        ServiceBusSender sender = bus.Client.CreateSender("notices");
        for (int i = 0; i < 2; i++)
            await sender.SendMessageAsync(new("1") { MessageId = "event-1" }, Stop);
        Assert.Equal(["1"], await InAsync(bus, "all"));
    }

    [Fact]
    public async Task Receive_FromTheTopicItself_IsRefused()
    {
        await using Bus bus = Start();
        await Assert.ThrowsAsync<InvalidOperationException>(() => bus.Client.CreateReceiver("notices").ReceiveMessageAsync(Soon, Stop));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => bus.Client.CreateSender("notices/Subscriptions/all").SendMessageAsync(new("1"), Stop)
        );
    }
}
