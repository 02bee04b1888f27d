using System.Collections.Concurrent;

namespace EntCredit.LocalRuntime.Tests.Messaging;

/// <summary>Senders and receivers that go on whatever happens to the broker, and what they saw.</summary>
internal sealed class Tally(Func<ServiceBusClient> client)
{
    private readonly ConcurrentDictionary<string, bool> _sent = new();
    private readonly ConcurrentDictionary<string, bool> _received = new();
    private readonly ConcurrentDictionary<string, bool> _completed = new();
    private readonly ConcurrentDictionary<string, bool> _unsure = new();
    private readonly ConcurrentQueue<string> _doubled = new();

    /// <summary>Sends each until it was accepted, as an outbox does; a second try of what was kept is dropped as a duplicate.</summary>
    public async Task SendAsync(string name, int count, CancellationToken stop)
    {
        await using ServiceBusClient own = client();
        ServiceBusSender sender = own.CreateSender("q");
        for (int i = 0; i < count; i++)
        {
            string id = $"{name}-{i}";
            while (!await TryAsync(() => sender.SendMessageAsync(new(id) { MessageId = id }, stop)))
                await Task.Delay(10, stop);
            _sent[id] = true;
        }
    }

    /// <summary>Receives and completes until told to end.</summary>
    public async Task ReceiveAsync(CancellationToken ended)
    {
        await using ServiceBusClient own = client();
        ServiceBusReceiver receiver = own.CreateReceiver("q");
        while (!ended.IsCancellationRequested)
        {
            IReadOnlyList<ServiceBusReceivedMessage> messages = [];
            await TryAsync(async () => messages = await receiver.ReceiveMessagesAsync(20, TimeSpan.FromMilliseconds(200), ended));
            foreach (ServiceBusReceivedMessage message in messages)
                await CompleteAsync(receiver, message);
        }
    }

    /// <summary>Each message that was accepted was received; each that was completed was never given out again.</summary>
    public void Check(int sent)
    {
        Assert.Equal(sent, _sent.Count);
        Assert.Equal(_sent.Keys.Order(), _received.Keys.Order());
        Assert.Equal(_sent.Keys.Order(), _completed.Keys.Union(_unsure.Keys).Order());
        Assert.Empty(_doubled);
    }

    private async Task CompleteAsync(ServiceBusReceiver receiver, ServiceBusReceivedMessage message)
    {
        string id = message.Body.ToString();
        _received[id] = true;
        if (_completed.ContainsKey(id))
            _doubled.Enqueue(id);
        try
        {
            await receiver.CompleteMessageAsync(message, CancellationToken.None);
            if (!_completed.TryAdd(id, true))
                _doubled.Enqueue(id);
        }
        catch (ServiceBusException)
        {
            // Completed with the answer lost, or the lock lost: then it comes again.
            _unsure[id] = true;
        }
    }

    private static async Task<bool> TryAsync(Func<Task> operation)
    {
        try
        {
            await operation();
            return true;
        }
        catch (Exception e) when (e is ServiceBusException { IsTransient: true } or OperationCanceledException)
        {
            return false;
        }
    }
}
