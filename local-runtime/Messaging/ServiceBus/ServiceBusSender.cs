using Amqp.Types;
using EntCredit.LocalRuntime.Messaging.Protocol;
using EntCredit.LocalRuntime.Messaging.ServiceBus.Connections;

namespace EntCredit.LocalRuntime.Messaging.ServiceBus;

/// <summary>Sends to a queue or topic. A message that was sent is in the broker's store.</summary>
public class ServiceBusSender : IAsyncDisposable
{
    private readonly Peer? _peer;
    private readonly SendingLink? _link;
    private readonly ManagementLink? _management;

    /// <summary>For what stands in for a sender in tests.</summary>
    protected ServiceBusSender() { }

    /// <summary>Makes a sender.</summary>
    protected internal ServiceBusSender(ServiceBusClient client, string queueOrTopicName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(queueOrTopicName);
        (_peer, EntityPath) = (client.Peer, queueOrTopicName);
        (_link, _management) = (new(_peer, queueOrTopicName), new(_peer, queueOrTopicName));
        Identifier = $"{queueOrTopicName}-{Guid.NewGuid():N}";
    }

    /// <summary>The queue's or topic's name.</summary>
    public virtual string EntityPath { get; } = "";

    /// <summary>The host's name.</summary>
    public virtual string FullyQualifiedNamespace => Open.Address.Namespace;

    /// <summary>A name for logs.</summary>
    public virtual string Identifier { get; } = "";

    /// <summary>Whether it was closed.</summary>
    public virtual bool IsClosed { get; private set; }

    private Peer Open => _peer ?? throw new InvalidOperationException("This sender has no connection.");

    /// <summary>Sends a message.</summary>
    /// <exception cref="ServiceBusException">It may not have been kept; a duplicate of it is dropped where that is set up.</exception>
    public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return SendAsync(MessageConverter.ToAmqp, message, cancellationToken);
    }

    /// <summary>Sends messages together: all are kept, or none.</summary>
    /// <exception cref="ServiceBusException">They are too large together, or could not be sent.</exception>
    public virtual Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        byte[][] encoded = [.. messages.Select(MessageConverter.Encode)];
        return SendEncodedAsync(encoded, cancellationToken);
    }

    /// <summary>Sends a batch: all of it is kept, or nothing.</summary>
    public virtual Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messageBatch);
        return SendEncodedAsync([.. messageBatch.Encoded], cancellationToken);
    }

    /// <summary>Makes a batch as large as the broker allows.</summary>
    public virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default) =>
        CreateMessageBatchAsync(new CreateMessageBatchOptions(), cancellationToken);

    /// <summary>Makes a batch.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It wants to be larger than the broker allows.</exception>
    public virtual async ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(
        CreateMessageBatchOptions options,
        CancellationToken cancellationToken = default
    )
    {
        long allowed = await Open.TryAsync(EntityPath, () => Link.LargestAsync(cancellationToken), cancellationToken);
        long wanted = options?.MaxSizeInBytes ?? allowed;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wanted, allowed, nameof(options));
        return new ServiceBusMessageBatch(wanted);
    }

    /// <summary>Gives the broker a message that becomes available later.</summary>
    /// <returns>Its sequence number until then, by which it can be cancelled.</returns>
    public virtual async Task<long> ScheduleMessageAsync(
        ServiceBusMessage message,
        DateTimeOffset scheduledEnqueueTime,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(message);
        return (await ScheduleMessagesAsync([message], scheduledEnqueueTime, cancellationToken))[0];
    }

    /// <summary>Gives the broker messages that become available later.</summary>
    /// <returns>Their sequence numbers until then, by which they can be cancelled.</returns>
    public virtual async Task<IReadOnlyList<long>> ScheduleMessagesAsync(
        IEnumerable<ServiceBusMessage> messages,
        DateTimeOffset scheduledEnqueueTime,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        var list = new List();
        foreach (ServiceBusMessage message in messages)
        {
            message.ScheduledEnqueueTime = scheduledEnqueueTime;
            // An id is wanted by the protocol, also for a message that has none.
            list.Add(
                new Map
                {
                    [ManagementNames.MessageId] = message.MessageId ?? Guid.NewGuid().ToString("N"),
                    [ManagementNames.Message] = MessageConverter.Encode(message),
                }
            );
        }
        if (list.Count == 0)
            return [];
        Map answer = await AskAsync(ManagementNames.Schedule, new Map { [ManagementNames.Messages] = list }, cancellationToken);
        return (long[])answer[ManagementNames.SequenceNumbers];
    }

    /// <summary>Takes a scheduled message back.</summary>
    /// <exception cref="ServiceBusException">There is none of that number.</exception>
    public virtual Task CancelScheduledMessageAsync(long sequenceNumber, CancellationToken cancellationToken = default) =>
        CancelScheduledMessagesAsync([sequenceNumber], cancellationToken);

    /// <summary>Takes scheduled messages back.</summary>
    /// <exception cref="ServiceBusException">There is none of one of the numbers.</exception>
    public virtual async Task CancelScheduledMessagesAsync(IEnumerable<long> sequenceNumbers, CancellationToken cancellationToken = default)
    {
        long[] numbers = [.. sequenceNumbers];
        if (numbers.Length > 0)
            await AskAsync(ManagementNames.CancelScheduled, new Map { [ManagementNames.SequenceNumbers] = numbers }, cancellationToken);
    }

    /// <summary>Closes its links.</summary>
    public virtual async Task CloseAsync(CancellationToken cancellationToken = default)
    {
        if (_link is null || IsClosed)
            return;
        IsClosed = true;
        await _link.DisposeAsync();
        await _management!.DisposeAsync();
    }

    /// <summary>Closes its links.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    private SendingLink Link
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return _link!;
        }
    }

    private async Task SendEncodedAsync(byte[][] encoded, CancellationToken cancellation)
    {
        if (encoded.Length > 1 && Open.Address.SpeaksServiceBus)
        {
            await SendAsync(MessageConverter.ToBatch, encoded, cancellation);
            return;
        }
        // Many in one transfer is Service Bus's own format: another broker would keep it as one message.
        foreach (byte[] one in encoded)
            await SendAsync(MessageConverter.Decode, one, cancellation);
    }

    // Made anew for each try: a message that was sent once belongs to that delivery.
    private async Task SendAsync<T>(Func<T, Amqp.Message> make, T from, CancellationToken cancellation) =>
        await Open.TryAsync(
            EntityPath,
            async () =>
            {
                Amqp.Message message = make(from);
                if (message.GetEstimatedMessageSize() > await Link.LargestAsync(cancellation))
                    throw new ServiceBusException("The message is larger than is allowed.", ServiceBusFailureReason.MessageSizeExceeded, EntityPath);
                await Link.SendAsync(message, cancellation);
                return true;
            },
            cancellation
        );

    private Task<Map> AskAsync(string operation, Map body, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        return Open.TryAsync(EntityPath, () => _management!.AskAsync(operation, body, cancellation), cancellation);
    }
}
