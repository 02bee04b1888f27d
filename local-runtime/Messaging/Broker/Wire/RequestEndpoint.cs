using System.Collections.Concurrent;
using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using EntCredit.LocalRuntime.Messaging.Protocol;

namespace EntCredit.LocalRuntime.Messaging.Broker.Wire;

/// <summary>A link over which requests come in; each is answered over the link that its reply-to names.</summary>
internal sealed class RequestEndpoint(Func<Message, Task<Message>> answer, ConcurrentDictionary<string, ListenerLink> replies) : LinkEndpoint
{
    /// <summary>How many requests may be on their way at once.</summary>
    public const int Credit = 200;

    public override void OnMessage(MessageContext messageContext)
    {
        Message request = messageContext.Message;
        string? replyTo = request.Properties?.ReplyTo;
        object? id = request.Properties?.GetMessageId();
        Task<Message> response = AnswerAsync(request);
        messageContext.Complete();
        if (replyTo is not null && replies.TryGetValue(replyTo, out ListenerLink? link))
            _ = ReplyAsync(link, id, response);
    }

    public override void OnFlow(FlowContext flowContext) { }

    public override void OnDisposition(DispositionContext dispositionContext) { }

    private async Task<Message> AnswerAsync(Message request)
    {
        try
        {
            return await answer(request);
        }
        catch (ObjectDisposedException e)
        {
            return Response.Failed(503, Conditions.ServerBusy, e.Message);
        }
        catch (Exception e) when (e is InvalidCastException or ArgumentException or InvalidOperationException or AmqpException)
        {
            return Response.Failed(400, Conditions.ArgumentError, e.Message);
        }
        catch (Exception e)
        {
            return Response.Failed(500, ErrorCode.InternalError, e.Message);
        }
    }

    private static async Task ReplyAsync(ListenerLink link, object? id, Task<Message> response)
    {
        Message message = await response;
        message.Properties ??= new Properties();
        if (id is not null)
            message.Properties.SetCorrelationId(id);
        try
        {
            link.SendMessage(message);
        }
        catch (Exception e) when (e is AmqpException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // Nobody is there to be answered.
        }
    }
}
