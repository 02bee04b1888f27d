using Amqp;
using Amqp.Framing;
using Amqp.Sasl;

namespace EntCredit.LocalRuntime.Messaging.ServiceBus.Connections;

/// <summary>The connection of a client. It is made when first needed and again when it broke.</summary>
internal sealed class Peer(PeerAddress address, ServiceBusRetryOptions retries) : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly ConnectionFactory _factory = NewFactory();
    private Connection? _connection;

    public PeerAddress Address => address;

    public ServiceBusRetryOptions Retries => retries;

    public bool IsClosed { get; private set; }

    /// <summary>A session of its own for a link, so that what breaks one breaks no other.</summary>
    public async Task<Session> OpenSessionAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            ObjectDisposedException.ThrowIf(IsClosed, typeof(ServiceBusClient));
            if (_connection is null || _connection.IsClosed)
                _connection = await _factory.CreateAsync(address.Address, cancellation);
            return new Session(_connection);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Waits until a link is attached.</summary>
    /// <param name="attach">Makes the link and calls back when the peer answered.</param>
    /// <param name="isGranted">Whether the peer's answer grants the link.</param>
    /// <param name="cancellation">When to give up.</param>
    public async Task<T> AttachAsync<T>(Func<OnAttached, T> attach, Func<Attach, bool> isGranted, CancellationToken cancellation)
        where T : Link
    {
        var attached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        T link = attach(
            (_, answer) =>
            {
                // A refusal comes with an empty answer, and the reason after it.
                if (isGranted(answer))
                    attached.TrySetResult();
            }
        );
        link.AddClosedCallback((_, error) => attached.TrySetException(new AmqpException(error ?? new Error(ErrorCode.DetachForced))));
        await attached.Task.WaitAsync(retries.TryTimeout, cancellation);
        return link;
    }

    /// <summary>Tries, and tries again where that may help.</summary>
    public async Task<T> TryAsync<T>(string entity, Func<Task<T>> operation, CancellationToken cancellation)
    {
        for (int tried = 0; ; tried++)
        {
            try
            {
                return await operation();
            }
            catch (Exception e)
            {
                Exception failure = Failure.Of(e, entity);
                if (failure is not ServiceBusException { IsTransient: true } || tried >= retries.MaxRetries || IsClosed)
                {
                    if (ReferenceEquals(failure, e))
                        throw;
                    throw failure;
                }
            }
            double factor = retries.Mode == ServiceBusRetryMode.Exponential ? Math.Pow(2, tried) : 1;
            TimeSpan delay = retries.Delay * factor;
            await Task.Delay(delay < retries.MaxDelay ? delay : retries.MaxDelay, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        IsClosed = true;
        if (_connection is { IsClosed: false } connection)
            await CloseAsync(connection);
    }

    /// <summary>Closes a link or connection; that it is broken already is no failure.</summary>
    public static async Task CloseAsync(AmqpObject one)
    {
        try
        {
            if (!one.IsClosed)
                await one.CloseAsync(TimeSpan.FromSeconds(5));
        }
        catch (Exception e) when (e is AmqpException or TimeoutException or IOException or ObjectDisposedException or InvalidOperationException) { }
    }

    private static ConnectionFactory NewFactory()
    {
        var factory = new ConnectionFactory();
        factory.AMQP.MaxFrameSize = 64 * 1024;
        factory.TCP.NoDelay = true;
        // Service Bus asks for SASL of everybody; credentials in an address go before this.
        factory.SASL.Profile = SaslProfile.Anonymous;
        return factory;
    }
}
