namespace EntCredit.LocalRuntime.Messaging.ServiceBus;

/// <summary>Options of a <see cref="ServiceBusReceiver"/>.</summary>
public class ServiceBusReceiverOptions
{
    private int _prefetchCount;

    /// <summary>How many messages are fetched, and locked, before they are asked for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int PrefetchCount
    {
        get => _prefetchCount;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _prefetchCount = value;
        }
    }

    /// <summary>How messages are received.</summary>
    public ServiceBusReceiveMode ReceiveMode { get; set; } = ServiceBusReceiveMode.PeekLock;

    /// <summary>Whether it receives the messages or what lies beside them.</summary>
    public SubQueue SubQueue { get; set; } = SubQueue.None;

    /// <summary>A name for the receiver in logs; null is a made one.</summary>
    public string? Identifier { get; set; }
}
