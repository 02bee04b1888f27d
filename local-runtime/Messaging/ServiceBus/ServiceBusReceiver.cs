using System.Runtime.CompilerServices;
using Amqp.Framing;
using Amqp.Types;
using EntCredit.LocalRuntime.Messaging.Protocol;
using EntCredit.LocalRuntime.Messaging.ServiceBus.Connections;

namespace EntCredit.LocalRuntime.Messaging.ServiceBus;

/// <summary>Receives from a queue or subscription, or from its dead letters, and settles what it received.</summary>
public class ServiceBusReceiver : IAsyncDisposable
{
    private readonly Peer? _peer;
    private readonly ReceivingLink? _link;
    private readonly ManagementLink? _management;
    private long _lastPeeked;

    /// <summary>For what stands in for a receiver in tests.</summary>
    protected ServiceBusReceiver() { }

    internal ServiceBusReceiver(Peer peer, string entityPath, ServiceBusReceiverOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(entityPath);
        string path = options.SubQueue switch
        {
            SubQueue.DeadLetter => entityPath + "/$DeadLetterQueue",
            SubQueue.TransferDeadLetter => entityPath + "/$Transfer/$DeadLetterQueue",
            _ => entityPath,
        };
        (_peer, EntityPath, ReceiveMode, PrefetchCount) = (peer, path, options.ReceiveMode, options.PrefetchCount);
        _link = new(peer, path, ReceiveMode == ServiceBusReceiveMode.ReceiveAndDelete, PrefetchCount);
        _management = new(peer, path);
        Identifier = options.Identifier ?? $"{path}-{Guid.NewGuid():N}";
    }

    /// <summary>The address that it receives from.</summary>
    public virtual string EntityPath { get; } = "";

    /// <summary>The host's name.</summary>
    public virtual string FullyQualifiedNamespace => Open.Address.Namespace;

    /// <summary>A name for logs.</summary>
    public virtual string Identifier { get; } = "";

    /// <summary>Whether it was closed.</summary>
    public virtual bool IsClosed { get; private set; }

    /// <summary>How many messages it fetches before they are asked for.</summary>
    public virtual int PrefetchCount { get; }

    /// <summary>How it receives.</summary>
    public virtual ServiceBusReceiveMode ReceiveMode { get; }

    private Peer Open
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return _peer ?? throw new InvalidOperationException("This receiver has no connection.");
        }
    }

    /// <summary>Receives a message; null where none comes in time, which is a minute unless said.</summary>
    public virtual async Task<ServiceBusReceivedMessage?> ReceiveMessageAsync(
        TimeSpan? maxWaitTime = default,
        CancellationToken cancellationToken = default
    ) => await ReceiveMessagesAsync(1, maxWaitTime, cancellationToken) is [var first, ..] ? first : null;

    /// <summary>Receives messages: at least one as soon as there is one, or none where none comes in time, which is a minute unless said.</summary>
    public virtual async Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(
        int maxMessages,
        TimeSpan? maxWaitTime = default,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMessages, 1);
        if (maxWaitTime is { } given)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(given, TimeSpan.Zero, nameof(maxWaitTime));
        TimeSpan wait = maxWaitTime ?? Open.Retries.TryTimeout;
        List<Amqp.Message> messages = await Open.TryAsync(
            EntityPath, () => _link!.ReceiveAsync(maxMessages, wait, cancellationToken), cancellationToken);
        return [.. messages.Select(m => MessageConverter.FromAmqp(m, TokenOf(m), isPeek: false, keepsDelivery: true))];
    }

    /// <summary>Receives without end, one after the other.</summary>
    public virtual async IAsyncEnumerable<ServiceBusReceivedMessage> ReceiveMessagesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        while (!cancellationToken.IsCancellationRequested)
            if (await ReceiveMessageAsync(null, cancellationToken) is { } message)
                yield return message;
    }

    /// <summary>Looks at the next message without receiving it; null where there is none.</summary>
    public virtual async Task<ServiceBusReceivedMessage?> PeekMessageAsync(
        long? fromSequenceNumber = default,
        CancellationToken cancellationToken = default
    ) => await PeekMessagesAsync(1, fromSequenceNumber, cancellationToken) is [var first, ..] ? first : null;

    /// <summary>Looks at the next messages, whatever their state, from where the last look ended unless said.</summary>
    public virtual async Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekMessagesAsync(
        int maxMessages,
        long? fromSequenceNumber = default,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMessages, 1);
        var body = new Map
        {
            [ManagementNames.FromSequenceNumber] = fromSequenceNumber ?? _lastPeeked + 1,
            [ManagementNames.MessageCount] = maxMessages,
        };
        ServiceBusReceivedMessage[] found = Messages(await AskAsync(ManagementNames.Peek, body, cancellationToken), isPeek: true);
        if (found.Length > 0)
            _lastPeeked = found[^1].SequenceNumber;
        return found;
    }

    /// <summary>Receives a message that was put aside.</summary>
    /// <exception cref="ServiceBusException">There is none of that number.</exception>
    public virtual async Task<ServiceBusReceivedMessage> ReceiveDeferredMessageAsync(
        long sequenceNumber,
        CancellationToken cancellationToken = default
    ) => (await ReceiveDeferredMessagesAsync([sequenceNumber], cancellationToken))[0];

    /// <summary>Receives messages that were put aside.</summary>
    /// <exception cref="ServiceBusException">There is none of one of the numbers.</exception>
    public virtual async Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveDeferredMessagesAsync(
        IEnumerable<long> sequenceNumbers,
        CancellationToken cancellationToken = default
    )
    {
        long[] numbers = [.. sequenceNumbers];
        if (numbers.Length == 0)
            return [];
        var body = new Map
        {
            [ManagementNames.SequenceNumbers] = numbers,
            [ManagementNames.ReceiverSettleMode] = ReceiveMode == ServiceBusReceiveMode.ReceiveAndDelete ? 0u : 1u,
        };
        return Messages(await AskAsync(ManagementNames.ReceiveBySequence, body, cancellationToken), isPeek: false);
    }

    /// <summary>The message is done: it is deleted.</summary>
    /// <exception cref="ServiceBusException">The lock was lost.</exception>
    public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        SettleAsync(message, ManagementNames.Completed, new Accepted(), null, null, null, cancellationToken);

    /// <summary>The message failed: it is given out again.</summary>
    /// <exception cref="ServiceBusException">The lock was lost.</exception>
    public virtual Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = default,
        CancellationToken cancellationToken = default
    ) =>
        SettleAsync(
            message,
            ManagementNames.Abandoned,
            new Modified { DeliveryFailed = true, MessageAnnotations = Fields(propertiesToModify) },
            propertiesToModify,
            null,
            null,
            cancellationToken
        );

    /// <summary>The message is put aside, to be received by its sequence number only.</summary>
    /// <exception cref="ServiceBusException">The lock was lost.</exception>
    public virtual Task DeferMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = default,
        CancellationToken cancellationToken = default
    ) =>
        SettleAsync(
            message,
            ManagementNames.Deferred,
            new Modified { UndeliverableHere = true, MessageAnnotations = Fields(propertiesToModify) },
            propertiesToModify,
            null,
            null,
            cancellationToken
        );

    /// <summary>The message can never succeed: it becomes a dead letter.</summary>
    /// <exception cref="ServiceBusException">The lock was lost.</exception>
    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = default,
        CancellationToken cancellationToken = default
    ) => BuryAsync(message, propertiesToModify, null, null, cancellationToken);

    /// <summary>The message can never succeed: it becomes a dead letter with a reason.</summary>
    /// <exception cref="ServiceBusException">The lock was lost.</exception>
    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        string? deadLetterReason,
        string? deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default
    ) => BuryAsync(message, null, deadLetterReason, deadLetterErrorDescription, cancellationToken);

    /// <summary>The message can never succeed: it becomes a dead letter with a reason.</summary>
    /// <exception cref="ServiceBusException">The lock was lost.</exception>
    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify,
        string? deadLetterReason,
        string? deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default
    ) => BuryAsync(message, propertiesToModify, deadLetterReason, deadLetterErrorDescription, cancellationToken);

    /// <summary>Prolongs the lock and sets <see cref="ServiceBusReceivedMessage.LockedUntil"/>.</summary>
    /// <exception cref="ServiceBusException">The lock was lost.</exception>
    public virtual async Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
    {
        MustBeLocked(message);
        var body = new Map { [ManagementNames.LockTokens] = new[] { message.LockTokenGuid } };
        Map answer = await AskAsync(ManagementNames.RenewLock, body, cancellationToken);
        DateTime until = ((DateTime[])answer[ManagementNames.Expirations])[0];
        message.LockedUntil = new DateTimeOffset(DateTime.SpecifyKind(until, DateTimeKind.Utc));
    }

    /// <summary>Closes its links. What it received stays locked until it is settled by another, or the lock ends.</summary>
    public virtual async Task CloseAsync(CancellationToken cancellationToken = default)
    {
        if (_link is null || IsClosed)
            return;
        await StopReceivingAsync();
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

    /// <summary>Lets nothing come any more; what it received can be settled still.</summary>
    internal async Task StopReceivingAsync()
    {
        // Plain AMQP settles over the link that a message came over.
        if (!Open.Address.SpeaksServiceBus)
            return;
        await _link!.DisposeAsync();
        if (ReceiveMode != ServiceBusReceiveMode.PeekLock)
            return;
        foreach (Amqp.Message late in _link.Left())
            await ReleaseAsync(MessageConverter.FromAmqp(late, TokenOf(late), isPeek: false, keepsDelivery: false));
    }

    /// <summary>Gives a message back as if it had not been given out; where the broker cannot do that, it counts.</summary>
    internal async Task ReleaseAsync(ServiceBusReceivedMessage message)
    {
        try
        {
            await SettleAsync(message, ManagementNames.Released, new Released(), null, null, null, CancellationToken.None);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            await AbandonMessageAsync(message);
        }
        catch (ServiceBusException)
        {
            // The lock ends by itself.
        }
    }

    private Task BuryAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? changes,
        string? reason,
        string? description,
        CancellationToken cancellation
    )
    {
        Fields info = Fields(changes) ?? [];
        if (reason is not null)
            info[(Symbol)DeadLetterReason.Reason] = reason;
        if (description is not null)
            info[(Symbol)DeadLetterReason.Description] = description;
        var outcome = new Rejected { Error = new Error(Conditions.DeadLetter) { Info = info } };
        return SettleAsync(message, ManagementNames.Suspended, outcome, changes, reason, description, cancellation);
    }

    private async Task SettleAsync(
        ServiceBusReceivedMessage message,
        string disposition,
        DeliveryState outcome,
        IDictionary<string, object>? changes,
        string? reason,
        string? description,
        CancellationToken cancellation
    )
    {
        MustBeLocked(message);
        if (Open.Address.SpeaksServiceBus)
        {
            // By request, since the link's own settlement is not answered: on return the broker has it.
            var body = new Map { [ManagementNames.LockTokens] = new[] { message.LockTokenGuid }, [ManagementNames.DispositionStatus] = disposition };
            if (reason is not null)
                body[ManagementNames.DeadLetterReason] = reason;
            if (description is not null)
                body[ManagementNames.DeadLetterDescription] = description;
            if (changes is { Count: > 0 })
                body[ManagementNames.PropertiesToModify] = ToMap(changes);
            await AskAsync(ManagementNames.UpdateDisposition, body, cancellation);
        }
        else if (message.Delivered is not { } unanswered || !_link!.IsOpenFor(unanswered))
        {
            throw new ServiceBusException("The link that the message came over is gone.", ServiceBusFailureReason.MessageLockLost, EntityPath);
        }
        // The link forgets the delivery, too.
        if (message.Delivered is { } delivered)
            _link!.Settle(delivered, outcome);
    }

    private void MustBeLocked(ServiceBusReceivedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (ReceiveMode != ServiceBusReceiveMode.PeekLock)
            throw new InvalidOperationException("The operation is only supported in PeekLock receive mode.");
        if (message.LockTokenGuid == Guid.Empty)
            throw new InvalidOperationException("The operation cannot be completed because the message was not received under a lock.");
    }

    private Task<Map> AskAsync(string operation, Map body, CancellationToken cancellation) =>
        Open.TryAsync(EntityPath, () => _management!.AskAsync(operation, body, cancellation), cancellation);

    private Guid? TokenOf(Amqp.Message message) =>
        ReceiveMode != ServiceBusReceiveMode.PeekLock ? null
        : message.DeliveryTag is { Length: 16 } tag ? new Guid(tag)
        : Guid.NewGuid();

    private static ServiceBusReceivedMessage[] Messages(Map answer, bool isPeek) =>
        answer[ManagementNames.Messages] is not List list
            ? []
            :
            [
                .. list.Cast<Map>()
                    .Select(m =>
                        MessageConverter.FromAmqp(
                            MessageConverter.Decode((byte[])m[ManagementNames.Message]),
                            m[ManagementNames.LockToken] as Guid?,
                            isPeek,
                            keepsDelivery: false
                        )
                    ),
            ];

    private static Fields? Fields(IDictionary<string, object>? changes)
    {
        if (changes is not { Count: > 0 })
            return null;
        var fields = new Fields();
        foreach (KeyValuePair<string, object> change in changes)
            fields[(Symbol)change.Key] = PropertyValue.ToAmqp(change.Key, change.Value);
        return fields;
    }

    private static Map ToMap(IDictionary<string, object> changes)
    {
        var map = new Map();
        foreach (KeyValuePair<string, object> change in changes)
            map[change.Key] = PropertyValue.ToAmqp(change.Key, change.Value);
        return map;
    }
}
