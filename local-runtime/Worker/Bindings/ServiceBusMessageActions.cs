using EntCredit.LocalRuntime.Messaging.ServiceBus;

namespace EntCredit.LocalRuntime.Worker;

/// <summary>Settles messages that a function was given.</summary>
public class ServiceBusMessageActions
{
    private readonly ServiceBusReceiver _receiver;
    private readonly Action<ServiceBusReceivedMessage> _settled;

    internal ServiceBusMessageActions(ServiceBusReceiver receiver, Action<ServiceBusReceivedMessage> settled) =>
        (_receiver, _settled) = (receiver, settled);

    /// <summary>For what stands in for the actions in tests.</summary>
    protected ServiceBusMessageActions() => (_receiver, _settled) = (null!, null!);

    /// <summary>The message is done: it is deleted.</summary>
    public virtual async Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
    {
        await _receiver.CompleteMessageAsync(message, cancellationToken);
        _settled(message);
    }

    /// <summary>The message failed: it is given out again.</summary>
    public virtual async Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = default,
        CancellationToken cancellationToken = default
    )
    {
        await _receiver.AbandonMessageAsync(message, propertiesToModify, cancellationToken);
        _settled(message);
    }

    /// <summary>The message can never succeed: it becomes a dead letter.</summary>
    public virtual async Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = default,
        string? deadLetterReason = default,
        string? deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default
    )
    {
        await _receiver.DeadLetterMessageAsync(message, propertiesToModify, deadLetterReason, deadLetterErrorDescription, cancellationToken);
        _settled(message);
    }

    /// <summary>The message is put aside, to be received by its sequence number only.</summary>
    public virtual async Task DeferMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = default,
        CancellationToken cancellationToken = default
    )
    {
        await _receiver.DeferMessageAsync(message, propertiesToModify, cancellationToken);
        _settled(message);
    }

    /// <summary>Prolongs the message's lock.</summary>
    public virtual Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        _receiver.RenewMessageLockAsync(message, cancellationToken);
}
