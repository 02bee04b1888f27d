using System.Collections.Concurrent;
using Amqp;
using Amqp.Framing;
using Amqp.Types;
using EntCredit.LocalRuntime.Messaging.Protocol;

namespace EntCredit.LocalRuntime.Messaging.ServiceBus.Connections;

/// <summary>Requests to an entity's management, each with its answer.</summary>
internal sealed class ManagementLink(Peer peer, string entity) : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Message>> _waiting = new(StringComparer.Ordinal);
    private string _replyTo = "";
    private SenderLink? _requests;
    private ReceiverLink? _replies;
    private long _last;

    /// <summary>Asks and gives the answer's body; an empty one where there is no content.</summary>
    /// <exception cref="ServiceBusException">The peer refuses.</exception>
    /// <exception cref="NotSupportedException">The peer knows nothing beyond AMQP 1.0.</exception>
    public async Task<Map> AskAsync(string operation, Map body, CancellationToken cancellation)
    {
        if (!peer.Address.SpeaksServiceBus)
            throw new NotSupportedException($"'{operation}' is asked of Service Bus; '{peer.Address.Namespace}' speaks plain AMQP 1.0.");
        SenderLink requests = await OpenAsync(cancellation);
        var request = new Message(body)
        {
            Properties = new Properties { MessageId = Interlocked.Increment(ref _last).ToString(), ReplyTo = _replyTo },
            ApplicationProperties = new ApplicationProperties(),
        };
        request.ApplicationProperties[ManagementNames.Operation] = operation;
        request.ApplicationProperties[ManagementNames.ServerTimeout] = (uint)peer.Retries.TryTimeout.TotalMilliseconds;
        var answer = new TaskCompletionSource<Message>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[request.Properties.MessageId] = answer;
        try
        {
            requests.Send(request, null, null);
            return Read(await answer.Task.WaitAsync(peer.Retries.TryTimeout, cancellation));
        }
        finally
        {
            _waiting.TryRemove(request.Properties.MessageId, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_requests is not { } requests)
            return;
        await Peer.CloseAsync(requests);
        await Peer.CloseAsync(_replies!);
        await Peer.CloseAsync(requests.Session);
    }

    private async Task<SenderLink> OpenAsync(CancellationToken cancellation)
    {
        if (_requests is { IsClosed: false } open && _replies is { IsClosed: false })
            return open;
        await _one.WaitAsync(cancellation);
        try
        {
            if (_requests is { IsClosed: false } other && _replies is { IsClosed: false })
                return other;
            Session session = await peer.OpenSessionAsync(cancellation);
            string path = entity + ManagementNames.Suffix;
            _replyTo = $"reply-{Guid.NewGuid():N}";
            var replies = new Attach
            {
                Source = new Source { Address = path },
                Target = new Target { Address = _replyTo },
                SndSettleMode = SenderSettleMode.Settled,
            };
            _replies = await peer.AttachAsync(
                answered => new ReceiverLink(session, _replyTo, replies, answered), answer => answer.Source is not null, cancellation);
            _replies.Start(200, Answer);
            _replies.AddClosedCallback((_, error) => Fail(error));
            var requests = new Attach
            {
                Source = new Source { Address = _replyTo },
                Target = new Target { Address = path },
                SndSettleMode = SenderSettleMode.Settled,
            };
            return _requests = await peer.AttachAsync(
                answered => new SenderLink(session, $"ask-{_replyTo}", requests, answered), answer => answer.Target is not null, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    private void Answer(IReceiverLink link, Message message)
    {
        link.Accept(message);
        if (message.Properties?.GetCorrelationId()?.ToString() is { } id && _waiting.TryRemove(id, out TaskCompletionSource<Message>? waiting))
            waiting.TrySetResult(message);
    }

    private void Fail(Error? error)
    {
        foreach (string id in _waiting.Keys)
            if (_waiting.TryRemove(id, out TaskCompletionSource<Message>? waiting))
                waiting.TrySetException(new AmqpException(error ?? new Error(ErrorCode.DetachForced) { Description = "The link was closed." }));
    }

    private Map Read(Message answer)
    {
        int status = Convert.ToInt32(answer.ApplicationProperties[ManagementNames.StatusCode]);
        if (status is 200 or 202 or 204)
            return answer.Body as Map ?? new Map();
        string? condition = answer.ApplicationProperties[ManagementNames.ErrorCondition]?.ToString();
        string description = answer.ApplicationProperties[ManagementNames.StatusDescription]?.ToString() ?? $"The peer answered {status}.";
        throw Failure.Of(condition ?? (status == 404 ? ErrorCode.NotFound : ErrorCode.InternalError), description, entity);
    }
}
