using Amqp;
using Amqp.Framing;

namespace EntCredit.LocalRuntime.Messaging.ServiceBus.Connections;

/// <summary>
/// The link over which a receiver receives. The peer is asked for as many messages as the caller wants, or as are to be prefetched. What comes
/// when nobody asks any more is soon given back, uncounted, so that it is not held locked in vain.
/// </summary>
internal sealed class ReceivingLink(Peer peer, string entity, bool deletes, int prefetch) : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    // After the first message, others that come at once are taken along.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();
    private readonly Queue<Message> _arrived = [];
    private TaskCompletionSource _changed = NewChange();
    private ReceiverLink? _link;
    private int _asked;
    private int _wanted;
    private bool _closed;

    /// <summary>Receives at least one message, or none where none comes in time.</summary>
    public async Task<List<Message>> ReceiveAsync(int most, TimeSpan wait, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            ReceiverLink link = await OpenAsync(cancellation);
            lock (_gate)
                _wanted = most;
            Ask(link);
            if (await HasArrivedAsync(link, wait, cancellation) && most > 1)
                await GatherAsync(most, cancellation);
            return Take(most);
        }
        finally
        {
            lock (_gate)
                _wanted = 0;
            if (prefetch > 0 && _link is { IsClosed: false } link)
                Ask(link);
            else
                GiveBackSoon();
            _turn.Release();
        }
    }

    /// <summary>Tells the peer of an outcome; it is not answered.</summary>
    public void Settle(Message message, DeliveryState outcome)
    {
        try
        {
            if (_link is { IsClosed: false } link && ReferenceEquals(message.GetDelivery().Link, link))
                link.Complete(message, outcome);
        }
        catch (Exception e) when (e is AmqpException or ObjectDisposedException or InvalidOperationException or IOException or NullReferenceException)
        {
            // The link is gone, and with it what was to be told.
        }
    }

    /// <summary>Whether a message came over the link that is open now.</summary>
    public bool IsOpenFor(Message message) => _link is { IsClosed: false } link && ReferenceEquals(message.GetDelivery().Link, link);

    /// <summary>Takes what came while the link closed.</summary>
    public List<Message> Left() => Take(int.MaxValue);

    /// <summary>Gives back what nobody asked for, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
            _closed = true;
        GiveBack();
        if (_link is { } link)
        {
            await Peer.CloseAsync(link);
            await Peer.CloseAsync(link.Session);
        }
    }

    private async Task<ReceiverLink> OpenAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(ServiceBusReceiver));
            if (_link is { IsClosed: false } open)
                return open;
            Session session = await peer.OpenSessionAsync(cancellation);
            lock (_gate)
                _asked = 0;
            var attach = new Attach
            {
                Source = new Source { Address = entity },
                Target = new Target(),
                SndSettleMode = deletes ? SenderSettleMode.Settled : SenderSettleMode.Unsettled,
            };
            ReceiverLink link = await peer.AttachAsync(
                answered => new ReceiverLink(session, $"receiver-{Guid.NewGuid():N}", attach, answered),
                answer => answer.Source is not null,
                cancellation
            );
            link.AddClosedCallback((_, _) => Change());
            link.Start(0, Arrive);
            return _link = link;
        }
        finally
        {
            _one.Release();
        }
    }

    private void Ask(ReceiverLink link)
    {
        int more;
        lock (_gate)
        {
            more = Math.Max(_wanted, prefetch) - _arrived.Count - _asked;
            if (more <= 0 || _closed)
                return;
            _asked += more;
        }
        link.SetCredit(more, CreditMode.Manual);
    }

    private void Arrive(IReceiverLink link, Message message)
    {
        bool isAsked;
        lock (_gate)
        {
            if (ReferenceEquals(link, _link))
                _asked = Math.Max(0, _asked - 1);
            _arrived.Enqueue(message);
            isAsked = _wanted > 0 || prefetch > 0;
        }
        Change();
        if (!isAsked)
            GiveBackSoon();
    }

    private async Task<bool> HasArrivedAsync(ReceiverLink link, TimeSpan wait, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(wait);
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_arrived.Count > 0)
                    return true;
                changed = _changed.Task;
            }
            if (link.IsClosed)
                throw new AmqpException(link.Error ?? new Error(ErrorCode.DetachForced) { Description = "The link was closed." });
            try
            {
                await changed.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return false;
            }
        }
    }

    private async Task GatherAsync(int most, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_arrived.Count >= most)
                return;
        }
        // Cancelled or not, what has arrived is handed out.
        await Task.Delay(Gather, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private List<Message> Take(int most)
    {
        lock (_gate)
        {
            var taken = new List<Message>();
            while (taken.Count < most && _arrived.TryDequeue(out Message? message))
                taken.Add(message);
            _wanted = 0;
            return taken;
        }
    }

    private void GiveBackSoon()
    {
        lock (_gate)
        {
            if (_arrived.Count == 0 || _closed)
                return;
        }
        _ = Task.Delay(Grace)
            .ContinueWith(
                _ =>
                {
                    lock (_gate)
                    {
                        if (_wanted > 0 || deletes || _closed)
                            return;
                    }
                    GiveBack();
                },
                TaskScheduler.Default
            );
    }

    private void GiveBack()
    {
        Message[] left;
        lock (_gate)
        {
            left = [.. _arrived];
            _arrived.Clear();
        }
        foreach (Message message in left)
            Settle(message, new Released());
    }

    private void Change()
    {
        TaskCompletionSource changed;
        lock (_gate)
            (changed, _changed) = (_changed, NewChange());
        changed.TrySetResult();
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
