using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Types;
using EntCredit.LocalRuntime.Messaging.Broker.Entities;
using EntCredit.LocalRuntime.Messaging.Broker.Storage;
using EntCredit.LocalRuntime.Messaging.Protocol;

namespace EntCredit.LocalRuntime.Messaging.Broker.Wire;

/// <summary>A link over which messages go out and their outcomes come back.</summary>
internal sealed class OutletEndpoint : LinkEndpoint, IConsumer
{
    private readonly BrokerCore _core;
    private readonly Entity _entity;
    private readonly ListenerLink _link;
    private readonly Outlet _outlet;
    private readonly Lock _gate = new();
    private volatile bool _closed;
    private long _limit;
    private long _librarysLimit;
    private long _sent;

    public OutletEndpoint(BrokerCore core, Entity entity, ListenerLink link, bool deletes)
    {
        (_core, _entity, _link, Deletes) = (core, entity, link, deletes);
        _outlet = core.OutletOf(entity);
        link.AddClosedCallback((_, _) => Leave());
    }

    public bool Deletes { get; }

    public int Credit
    {
        get
        {
            lock (_gate)
                return _closed ? 0 : (int)Math.Max(0, _limit - _sent);
        }
    }

    /// <summary>Begins to take part.</summary>
    public void Enter()
    {
        if (!_closed)
            _outlet.Add(this);
    }

    public bool Give(StoredMessage message)
    {
        lock (_gate)
            _sent++;
        if (_closed)
            return false;
        try
        {
            _link.SendMessage(new DeliveredMessage(message.Token), MessageCodec.Encode(message, isPeek: false));
            return true;
        }
        catch (Exception e) when (e is AmqpException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    public void HasNothing()
    {
        if (_closed || !_link.IsDraining)
            return;
        lock (_gate)
            _limit = _librarysLimit = _sent;
        _link.CompleteDrain();
    }

    // The library tells by how much the peer's limit differs from the one it knows, and forgets that limit when the difference is not positive.
    public override void OnFlow(FlowContext flowContext)
    {
        lock (_gate)
        {
            _limit = _librarysLimit + flowContext.Messages;
            _librarysLimit = flowContext.Messages > 0 ? _limit : _sent;
        }
        if (_link.IsDraining && Credit == 0)
            HasNothing();
        else
            _outlet.Wake();
    }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
        // When a link ends, the library releases what was not settled; here locks outlive the link, as in Service Bus.
        if (_closed || _link.IsClosed || _link.Session.IsClosed || _link.Session.Connection.IsClosed || Deletes)
            return;
        if (dispositionContext.Message is not DeliveredMessage message || Read(dispositionContext.DeliveryState) is not { } settlement)
            return;
        DeliveryState outcome = dispositionContext.DeliveryState;
        bool mustAnswer = !dispositionContext.Settled;
        _core.Settle(
            _entity,
            message.Token,
            settlement,
            held =>
            {
                if (mustAnswer)
                    Answer(message, held ? outcome : LockLost());
            },
            failure =>
            {
                if (mustAnswer)
                    Answer(message, new Rejected { Error = new Error(ErrorCode.InternalError) { Description = failure.Message } });
            }
        );
    }

    private static Settlement? Read(DeliveryState state) =>
        state switch
        {
            Accepted => new Settlement.Complete(),
            Released => new Settlement.Release(),
            Modified { UndeliverableHere: true } modified => new Settlement.Defer(modified.MessageAnnotations),
            Modified modified => new Settlement.Abandon(modified.MessageAnnotations),
            Rejected rejected => Dead(rejected.Error),
            _ => null,
        };

    private static Settlement.DeadLetter Dead(Error? error)
    {
        Fields? info = error?.Info;
        string? reason = info?[(Symbol)DeadLetterReason.Reason] as string;
        string? description = info?[(Symbol)DeadLetterReason.Description] as string;
        // A plain AMQP client says why in the error itself.
        if (error is not null && !Conditions.DeadLetter.Equals(error.Condition))
            (reason, description) = (reason ?? error.Condition, description ?? error.Description);
        return new(reason, description, info);
    }

    private static Rejected LockLost() =>
        new() { Error = new Error(Conditions.MessageLockLost) { Description = "The lock supplied is invalid. Either the lock expired, or the message has already been removed from the queue." } };

    private void Answer(DeliveredMessage message, DeliveryState state)
    {
        try
        {
            _link.DisposeMessage(message, state, true);
        }
        catch (Exception e) when (e is AmqpException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // Who is gone by now finds out that the lock is gone too.
        }
    }

    private void Leave()
    {
        _closed = true;
        _outlet.Remove(this);
    }
}
