using System.Buffers.Binary;
using System.Net.Sockets;
using Amqp;
using Amqp.Framing;
using Amqp.Sasl;
using Amqp.Types;
using EntCredit.LocalRuntime.Messaging.Broker;

namespace EntCredit.LocalRuntime.Tests.Messaging;

/// <summary>A client that knows AMQP 1.0 and nothing of Service Bus, as a department of another maker may have one.</summary>
public sealed class RawClientTests : MessagingTest
{
    private static async Task<Session> ConnectAsync(Bus bus)
    {
        var factory = new ConnectionFactory();
        factory.SASL.Profile = SaslProfile.Anonymous;
        return new Session(await factory.CreateAsync(new Address($"amqp://127.0.0.1:{bus.Port}")));
    }

    private static Message Text(string text, string? id = null) =>
        new()
        {
            Properties = new Properties { MessageId = id },
            BodySection = new Data { Binary = System.Text.Encoding.UTF8.GetBytes(text) },
        };

    private static string Read(Message message) => System.Text.Encoding.UTF8.GetString((byte[])message.Body);

    [Fact]
    public async Task Handshake_ClientThatHasNotSpokenAfterSasl_HearsNothingBeforeItDoes()
    {
        await using Bus bus = Bus.WithQueue();
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", bus.Port, Stop);
        NetworkStream stream = client.GetStream();
        async Task<byte[]> ReadAsync(int count)
        {
            var bytes = new byte[count];
            await stream.ReadExactlyAsync(bytes, Stop).AsTask().WaitAsync(Soon, Stop);
            return bytes;
        }

        await stream.WriteAsync("AMQP\u0003\u0001\u0000\u0000"u8.ToArray(), Stop);
        Assert.Equal("AMQP\u0003\u0001\u0000\u0000"u8.ToArray(), await ReadAsync(8));
        await ReadAsync(BinaryPrimitives.ReadInt32BigEndian(await ReadAsync(4)) - 4);
        // sasl-init with the mechanism ANONYMOUS.
        await stream.WriteAsync(Convert.FromHexString("0000001902010000005341C00C01A309414E4F4E594D4F5553"), Stop);
        await ReadAsync(BinaryPrimitives.ReadInt32BigEndian(await ReadAsync(4)) - 4);

        await Task.Delay(Moment, Stop);
        Assert.Equal(0, client.Available);
        await stream.WriteAsync("AMQP\u0000\u0001\u0000\u0000"u8.ToArray(), Stop);
        Assert.Equal("AMQP\u0000\u0001\u0000\u0000"u8.ToArray(), await ReadAsync(8));
    }

    [Fact]
    public async Task SendAndAccept_BothRaw_TheMessageIsGone()
    {
        await using Bus bus = Bus.WithQueue();
        Session session = await ConnectAsync(bus);
        await new SenderLink(session, "s", "q").SendAsync(Text("你好", "m"));
        var receiver = new ReceiverLink(session, "r", "q");
        Message message = await receiver.ReceiveAsync(Soon);
        Assert.Equal(("你好", "m", 0u), (Read(message), message.Properties.MessageId, message.Header.DeliveryCount));
        Assert.Equal(16, message.DeliveryTag.Length);
        receiver.Accept(message);
        await UntilAsync(async () => (await bus.PeekAsync()).Count == 0);
        await session.Connection.CloseAsync();
    }

    [Fact]
    public async Task Outcomes_RawReceiver_MeanWhatTheyMeanInServiceBus()
    {
        await using Bus bus = Bus.WithQueue();
        Session session = await ConnectAsync(bus);
        await new SenderLink(session, "s", "q").SendAsync(Text("a"));
        var receiver = new ReceiverLink(session, "r", "q");
        receiver.Release(await receiver.ReceiveAsync(Soon));
        Message released = await receiver.ReceiveAsync(Soon);
        Assert.Equal(0u, released.Header.DeliveryCount);
        receiver.Modify(released, deliveryFailed: true, messageAnnotations: new Fields { [(Symbol)"why"] = "busy" });
        Message modified = await receiver.ReceiveAsync(Soon);
        Assert.Equal((1u, "busy"), (modified.Header.DeliveryCount, modified.ApplicationProperties["why"]));
        receiver.Reject(modified, new Error("app:unreadable") { Description = "第3行" });
        await UntilAsync(async () => (await bus.Broker.DeadLetters.ReadAsync("q")).Count == 1);
        DeadLetter dead = Assert.Single(await bus.Broker.DeadLetters.ReadAsync("q"));
        Assert.Equal(("app:unreadable", "第3行"), (dead.Reason, dead.Description));
        await session.Connection.CloseAsync();
    }

    [Fact]
    public async Task Send_Annotated_IsScheduledAndArrivesAtTheRealClient()
    {
        await using Bus bus = Bus.WithQueue();
        Session session = await ConnectAsync(bus);
        Message message = Text("later");
        message.MessageAnnotations = new MessageAnnotations();
        message.MessageAnnotations[(Symbol)"x-opt-scheduled-enqueue-time"] = Bus.Begin.AddHours(1).UtcDateTime;
        message.MessageAnnotations[(Symbol)"x-own"] = "kept";
        await new SenderLink(session, "s", "q").SendAsync(message);
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("q");
        await NothingAsync(receiver);
        bus.Pass(TimeSpan.FromHours(1));
        Message got = await new ReceiverLink(session, "r", "q").ReceiveAsync(Soon);
        Assert.Equal(("later", "kept"), (Read(got), got.MessageAnnotations[(Symbol)"x-own"]));
        Assert.Equal(Bus.Begin.AddHours(1).UtcDateTime, got.MessageAnnotations[(Symbol)"x-opt-enqueued-time"]);
        await session.Connection.CloseAsync();
    }

    [Fact]
    public async Task Drain_NothingThere_IsAnsweredAtOnce()
    {
        await using Bus bus = Bus.WithQueue();
        Session session = await ConnectAsync(bus);
        await new SenderLink(session, "s", "q").SendAsync(Text("a"));
        var receiver = new ReceiverLink(session, "r", "q");
        var got = new System.Collections.Concurrent.ConcurrentQueue<string>();
        receiver.Start(0, (link, message) =>
        {
            got.Enqueue(Read(message));
            link.Accept(message);
        });
        receiver.SetCredit(5, CreditMode.Drain);
        await UntilAsync(() => Task.FromResult(got.Count == 1));
        // The drained credit is gone: what comes now waits until it is asked for.
        await Task.Delay(Moment, Stop);
        await new SenderLink(session, "s2", "q").SendAsync(Text("b"));
        await Task.Delay(Moment, Stop);
        Assert.Equal(["a"], got);
        receiver.SetCredit(1, CreditMode.Manual);
        await UntilAsync(() => Task.FromResult(got.Count == 2));
        await session.Connection.CloseAsync();
    }

    [Fact]
    public async Task Attach_WhatIsNotOffered_IsRefusedWithTheReason()
    {
        await using Bus bus = Bus.WithQueue();
        Session session = await ConnectAsync(bus);
        var filter = new Map { [(Symbol)"com.microsoft:session-filter"] = new DescribedValue((Symbol)"com.microsoft:session-filter", "s") };
        var refused = new ReceiverLink(session, "r", new Source { Address = "q", FilterSet = filter }, null);
        await UntilAsync(() => Task.FromResult(refused.Error is not null));
        Assert.Equal(ErrorCode.NotImplemented, refused.Error.Condition.ToString());
        AmqpException notFound = await Assert.ThrowsAsync<AmqpException>(() => new SenderLink(session, "s", "other").SendAsync(Text("a")));
        Assert.Equal(ErrorCode.NotFound, notFound.Error.Condition.ToString());
        await session.Connection.CloseAsync();
    }

    [Fact]
    public async Task Management_UnknownOperation_IsAnsweredSo()
    {
        await using Bus bus = Bus.WithQueue();
        Session session = await ConnectAsync(bus);
        foreach (string place in new[] { "q/$management", "$cbs" })
        {
            var replies = new ReceiverLink(
                session, $"in-{place}", new Attach { Source = new Source { Address = place }, Target = new Target { Address = $"me-{place}" } }, null);
            replies.SetCredit(10);
            var request = new Message(new Map())
            {
                Properties = new Properties { MessageId = "1", ReplyTo = $"me-{place}" },
                ApplicationProperties = new ApplicationProperties(),
            };
            request.ApplicationProperties["operation"] = "put-token";
            await new SenderLink(session, $"out-{place}", place).SendAsync(request);
            Message answer = await replies.ReceiveAsync(Soon);
            Assert.Equal(("1", place == "$cbs" ? 202 : 501), (answer.Properties.CorrelationId, answer.ApplicationProperties["statusCode"]));
        }
        await session.Connection.CloseAsync();
    }

    [Fact]
    public async Task PlainAddress_OurClient_SendsAndReceivesOverIt()
    {
        await using Bus bus = Bus.WithQueue();
        await using var plain = new ServiceBusClient($"Endpoint=amqp://127.0.0.1:{bus.Port}");
        await plain.CreateSender("q").SendMessagesAsync([new("a"), new("b")], Stop);
        ServiceBusReceiver receiver = plain.CreateReceiver("q");
        await receiver.DeadLetterMessageAsync(await NextAsync(receiver), "Unreadable", "why", Stop);
        await receiver.CompleteMessageAsync(await NextAsync(receiver), Stop);
        await UntilAsync(async () => (await bus.PeekAsync()).Count == 0);
        Assert.Equal("Unreadable", Assert.Single(await bus.Broker.DeadLetters.ReadAsync("q")).Reason);
        await Assert.ThrowsAsync<NotSupportedException>(() => receiver.PeekMessageAsync(null, Stop));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
            await Task.Delay(10, Stop);
    }
}
