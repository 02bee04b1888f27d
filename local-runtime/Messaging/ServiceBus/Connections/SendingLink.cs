using Amqp;
using Amqp.Framing;

namespace EntCredit.LocalRuntime.Messaging.ServiceBus.Connections;

/// <summary>The link over which a sender sends. It is made when first needed and again when it broke.</summary>
internal sealed class SendingLink(Peer peer, string entity) : IAsyncDisposable
{
    private const ulong UsualSize = 256 * 1024;

    private readonly SemaphoreSlim _one = new(1, 1);
    private SenderLink? _link;
    private ulong _largest = UsualSize;

    /// <summary>Sends; on return the peer has the message.</summary>
    public async Task SendAsync(Message message, CancellationToken cancellation)
    {
        SenderLink link = await OpenAsync(cancellation);
        await link.SendAsync(message, peer.Retries.TryTimeout).WaitAsync(cancellation);
    }

    /// <summary>How many bytes a transfer may have.</summary>
    public async Task<long> LargestAsync(CancellationToken cancellation)
    {
        await OpenAsync(cancellation);
        return (long)_largest;
    }

    public async ValueTask DisposeAsync()
    {
        if (_link is { } link)
        {
            await Peer.CloseAsync(link);
            await Peer.CloseAsync(link.Session);
        }
    }

    private async Task<SenderLink> OpenAsync(CancellationToken cancellation)
    {
        if (_link is { IsClosed: false } open)
            return open;
        await _one.WaitAsync(cancellation);
        try
        {
            if (_link is { IsClosed: false } other)
                return other;
            Session session = await peer.OpenSessionAsync(cancellation);
            return _link = await peer.AttachAsync(
                answered =>
                    new SenderLink(
                        session,
                        $"sender-{Guid.NewGuid():N}",
                        new Attach { Source = new Source(), Target = new Target { Address = entity } },
                        (link, answer) =>
                        {
                            if (answer.MaxMessageSize > 0)
                                _largest = Math.Min(answer.MaxMessageSize, long.MaxValue);
                            answered(link, answer);
                        }
                    ),
                answer => answer.Target is not null,
                cancellation
            );
        }
        finally
        {
            _one.Release();
        }
    }
}
