using System.Collections.Concurrent;
using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using EntCredit.LocalRuntime.Messaging.Broker.Entities;
using EntCredit.LocalRuntime.Messaging.Protocol;

namespace EntCredit.LocalRuntime.Messaging.Broker.Wire;

/// <summary>Where links attach: entities, their management, and the place that takes tokens.</summary>
internal sealed class BrokerDoor(BrokerCore core) : ILinkProcessor
{
    /// <summary>How many bytes a message may have: what the standard tier of Service Bus allows.</summary>
    public const int LargestMessage = 256 * 1024;

    private const string Tokens = "$cbs";

    private readonly ConcurrentDictionary<string, ListenerLink> _replies = new(StringComparer.Ordinal);

    public void Process(AttachContext attachContext)
    {
        try
        {
            Attach(attachContext);
        }
        catch (AmqpException e)
        {
            attachContext.Complete(e.Error);
        }
    }

    private void Attach(AttachContext context)
    {
        Attach attach = context.Attach;
        string path = (Address(attach) ?? "").Trim('/');
        if (path.Equals(Tokens, StringComparison.OrdinalIgnoreCase))
        {
            // Whoever reaches the listener is let in; clients of Service Bus bring a token first.
            Exchange(context, path, _ => Task.FromResult(Response.Accepted()));
            return;
        }
        bool isManagement = path.EndsWith(ManagementNames.Suffix, StringComparison.OrdinalIgnoreCase);
        string entityPath = isManagement ? path[..^ManagementNames.Suffix.Length] : path;
        if (!core.Entities.TryFind(entityPath, out Entity? entity))
            throw new AmqpException(ErrorCode.NotFound, $"The messaging entity '{entityPath}' could not be found.");
        if (isManagement)
            Exchange(context, path, request => Management.AnswerAsync(core, entity, request));
        else if (attach.Role)
            GiveOut(context, entity);
        else
            TakeIn(context, entity);
    }

    private void TakeIn(AttachContext context, Entity entity)
    {
        if (!entity.TakesMessages)
            throw new AmqpException(ErrorCode.NotAllowed, $"Messages are not sent to '{entity.Path}'.");
        context.Attach.MaxMessageSize = LargestMessage;
        context.Complete(new InletEndpoint(core, entity), InletEndpoint.Credit);
    }

    private void GiveOut(AttachContext context, Entity entity)
    {
        if (!entity.GivesMessages)
            throw new AmqpException(ErrorCode.NotAllowed, $"Messages are not received from '{entity.Path}'; receive from a subscription.");
        if (context.Attach.Source is Source { FilterSet: { Count: > 0 } filters } && filters.Keys.Any(k => k.ToString()!.Contains("session")))
            throw new AmqpException(ErrorCode.NotImplemented, "Sessions are not offered.");
        context.Attach.InitialDeliveryCount = 0;
        var endpoint = new OutletEndpoint(core, entity, context.Link, context.Attach.SndSettleMode == SenderSettleMode.Settled);
        context.Complete(endpoint, 0);
        endpoint.Enter();
    }

    private void Exchange(AttachContext context, string path, Func<Message, Task<Message>> answer)
    {
        if (!context.Attach.Role)
        {
            context.Complete(new RequestEndpoint(answer, _replies), RequestEndpoint.Credit);
            return;
        }
        // A request names the link's target address, or the link itself where it has none.
        string replyTo = (context.Attach.Target as Target)?.Address is { Length: > 0 } address ? address : context.Attach.LinkName;
        if (!_replies.TryAdd(replyTo, context.Link))
            throw new AmqpException(ErrorCode.InvalidField, $"There is a link that receives from '{path}' under the address '{replyTo}' already.");
        context.Link.AddClosedCallback((_, _) => _replies.TryRemove(replyTo, out ListenerLink? _));
        context.Attach.InitialDeliveryCount = 0;
        context.Complete(new ReplyEndpoint(), 0);
    }

    private static string? Address(Attach attach) =>
        attach.Role
            ? (attach.Source as Source)?.Address
            : attach.Target is Target target ? target.Address
            : throw new AmqpException(ErrorCode.NotImplemented, "Transactions are not offered.");
}
