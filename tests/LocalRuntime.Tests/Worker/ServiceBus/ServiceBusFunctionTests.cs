using System.Diagnostics;
using System.Net.Http.Json;
using EntCredit.LocalRuntime.Messaging.Broker;
using EntCredit.LocalRuntime.Tests.Messaging;

namespace EntCredit.LocalRuntime.Tests.Worker.ServiceBus;

public sealed class ServiceBusFunctionTests : MessagingTest, IDisposable
{
    private const string OwnPath = "notices/Subscriptions/chengguan";
    private readonly string _folder = Directory.CreateTempSubdirectory("bus-host-").FullName;
    private readonly int _port = Bus.FreePort();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<BusHost> HostAsync(Type? function = null, string hostJson = "{}", params string[] settings) =>
        BusHost.StartAsync(function ?? typeof(NoticeFunctions), _folder, _port, hostJson, settings: settings);

    [Fact]
    public async Task Send_FromTheSameProcess_RunsAndCompletes()
    {
        await using BusHost bus = await HostAsync();
        await bus.SendAsync("a");
        await bus.SendAsync("b", "scjg");
        await bus.DoneAsync();
        Assert.Equal(["a 1"], bus.Seen.All);
        IReadOnlyList<ServiceBusReceivedMessage> other = await bus.Client.CreateReceiver("notices", "scjg").PeekMessagesAsync(10, null, Stop);
        Assert.Equal(["a", "b"], other.Select(Text));
    }

    [Fact]
    public async Task Run_FailsOnce_ComesAgainAtOnce()
    {
        await using BusHost bus = await HostAsync();
        await bus.SendAsync("wrong once");
        await bus.DoneAsync();
        Assert.Equal(["wrong once 1", "wrong once 2"], bus.Seen.All);
    }

    [Fact]
    public async Task Run_AlwaysFails_IsADeadLetterThatTheOperatorReplays()
    {
        await using BusHost bus = await HostAsync();
        await bus.SendAsync("wrong");
        await bus.DoneAsync();
        Assert.Equal(["wrong 1", "wrong 2", "wrong 3"], bus.Seen.All);
        DeadLetter dead = Assert.Single(await bus.Broker.DeadLetters!.ReadAsync(OwnPath));
        Assert.Equal(("MaxDeliveryCountExceeded", 3, OwnPath), (dead.Reason, dead.DeliveryCount, dead.EntityPath));
        Assert.Equal(1, await bus.Broker.DeadLetters!.ResubmitAsync(OwnPath, dead.SequenceNumber));
        await bus.DoneAsync();
        Assert.Equal(6, bus.Seen.All.Count);
    }

    [Fact]
    public async Task Actions_DeadLetterWithReason_IsNotCompletedAfterwards()
    {
        await using BusHost bus = await HostAsync();
        await bus.SendAsync("unreadable");
        await bus.DoneAsync();
        Assert.Equal(["unreadable 1"], bus.Seen.All);
        DeadLetter dead = Assert.Single(await bus.Broker.DeadLetters!.ReadAsync(OwnPath));
        Assert.Equal(("Unreadable", "no such item"), (dead.Reason, dead.Description));
    }

    [Fact]
    public async Task Run_LongerThanTheLock_IsRenewedAndRunsOnce()
    {
        await using BusHost bus = await HostAsync();
        await bus.SendAsync("held");
        await bus.Seen.AtLeastAsync(1);
        await Task.Delay(TimeSpan.FromSeconds(5), Stop);
        bus.Gate.Open(5);
        await bus.DoneAsync();
        Assert.Equal(["held 1", "held end"], bus.Seen.All);
    }

    [Fact]
    public async Task Run_LocksAreNotRenewed_ComesAgainWhileItRuns()
    {
        const string Json = """{ "extensions": { "serviceBus": { "maxAutoLockRenewalDuration": "00:00:00" } } }""";
        await using BusHost bus = await HostAsync(hostJson: Json);
        await bus.SendAsync("held");
        await bus.Seen.AtLeastAsync(2);
        Assert.Equal(["held 1", "held 2"], bus.Seen.All);
        bus.Gate.Open(5);
        await bus.DoneAsync();
    }

    [Fact]
    public async Task Run_ManyMessages_NoMoreAtOnceThanAllowed()
    {
        const string Json = """{ "extensions": { "serviceBus": { "maxConcurrentCalls": 3, "prefetchCount": 20 } } }""";
        await using BusHost bus = await HostAsync(hostJson: Json);
        for (int i = 0; i < 12; i++)
            await bus.SendAsync("held");
        await bus.Seen.AtLeastAsync(3);
        await Task.Delay(Moment, Stop);
        Assert.Equal(["held 1", "held 1", "held 1"], bus.Seen.All);
        bus.Gate.Open(12);
        await bus.DoneAsync();
        Assert.Equal(12, bus.Seen.All.Count(s => s == "held end"));
        int running = 0;
        Assert.All(bus.Seen.All, s => Assert.InRange(running += s == "held end" ? -1 : 1, 0, 3));
    }

    [Fact]
    public async Task AutoComplete_IsOff_TheMessageStaysLockedAndComesAgain()
    {
        await using BusHost bus = await HostAsync(typeof(KeptFunction));
        await bus.Client.CreateSender("q").SendMessageAsync(new("a"), Stop);
        await bus.Seen.AtLeastAsync(2);
        await bus.DoneAsync();
        Assert.Equal(["a 1", "a 2"], bus.Seen.All);
        Assert.Single(await bus.Broker.DeadLetters!.ReadAsync("q"));
    }

    [Fact]
    public async Task AutoComplete_IsOffInHostJson_TheMessageComesAgain()
    {
        await using BusHost bus = await HostAsync(hostJson: """{ "extensions": { "serviceBus": { "autoCompleteMessages": false } } }""");
        await bus.SendAsync("a");
        await bus.DoneAsync();
        Assert.Equal(["a 1", "a 2", "a 3"], bus.Seen.All);
    }

    [Fact]
    public async Task Batch_OneIsWrong_AllComeAgain()
    {
        await using BusHost bus = await HostAsync(typeof(BatchFunction), """{ "extensions": { "serviceBus": { "maxMessageBatchSize": 3 } } }""");
        await bus.Client.CreateSender("q").SendMessagesAsync([new("a"), new("b"), new("c"), new("wrong")], Stop);
        await bus.DoneAsync();
        Assert.Equal(["a b c", "wrong", "wrong"], bus.Seen.All);
    }

    [Fact]
    public async Task Restart_MessagesWait_EachRunsOnce()
    {
        await using (BusHost bus = await HostAsync(typeof(KeptFunction)))
            for (int i = 0; i < 3; i++)
                await bus.SendAsync($"{i}");
        await using BusHost again = await HostAsync();
        await again.DoneAsync();
        Assert.Equal(["0 1", "1 1", "2 1"], again.Seen.All.Order());
    }

    [Fact]
    public async Task Stop_RunIsCutOff_ComesAgainAndTheDeliveryDoesNotCount()
    {
        for (int i = 0; i < 4; i++)
        {
            await using BusHost bus = await HostAsync(settings: "LocalRuntime:DrainTimeout=00:00:00.050");
            if (i == 0)
                await bus.SendAsync("held");
            Assert.Equal(["held 1"], await bus.Seen.AtLeastAsync(1));
        }
        await using BusHost last = await HostAsync();
        last.Gate.Open();
        await last.DoneAsync();
        Assert.Equal(["held 1", "held end"], last.Seen.All);
    }

    [Fact]
    public async Task ClockMoves_ScheduledMessages_RunInTheirOrder()
    {
        await using BusHost bus = await HostAsync(settings: ["LocalRuntime:MovableClock=true", "LocalRuntime:ClockStart=2026-01-05T00:00:00Z"]);
        ServiceBusSender sender = bus.Client.CreateSender("notices");
        foreach (int day in new[] { 9, 7, 20 })
        {
            var message = new ServiceBusMessage($"day {day}");
            message.ApplicationProperties["department"] = "chengguan";
            await sender.ScheduleMessageAsync(message, new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero), Stop);
        }
        HttpResponseMessage moved = await bus.Host.Http.PostAsJsonAsync("/admin/local/clock", new { to = "2026-01-10T00:00:00Z" }, Stop);
        Assert.True(moved.IsSuccessStatusCode);
        Assert.Equal(["day 7 1", "day 9 1"], bus.Seen.All);
    }

    [Fact]
    public async Task Run_MessageWasSentInATrace_TheTraceGoesOn()
    {
        await using BusHost bus = await HostAsync();
        using var trace = new Activity("sending");
        trace.SetIdFormat(ActivityIdFormat.W3C).Start();
        await bus.SendAsync("traced");
        await bus.DoneAsync();
        Assert.Equal(["traced 1", trace.TraceId.ToString()], bus.Seen.All);
    }

    [Fact]
    public async Task Broker_RestartsBesideTheHost_TheFunctionReceivesAgain()
    {
        await using Bus remote = Bus.WithQueue();
        await using TestHost host = await TestHost.StartAsync([typeof(KeptFunction)], settings: $"Bus={Bus.ConnectionString(remote.Port)}");
        await remote.Client.CreateSender("q").SendMessageAsync(new("a"), Stop);
        await host.Get<Seen>().AtLeastAsync(1);
        remote.Crash();
        await remote.Client.CreateSender("q").SendMessageAsync(new("b"), Stop);
        Assert.Equal(["a 1", "b 1"], await host.Get<Seen>().AtLeastAsync(2));
    }
}
