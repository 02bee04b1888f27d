using EntCredit.LocalRuntime.Messaging.ServiceBus.Connections;

namespace EntCredit.LocalRuntime.Messaging.ServiceBus;

/// <summary>Messages that are sent, and kept, together.</summary>
public sealed class ServiceBusMessageBatch : IDisposable
{
    // What a data section adds to a message.
    private const int Overhead = 16;

    private readonly List<byte[]> _encoded = [];

    internal ServiceBusMessageBatch(long maxSizeInBytes) => MaxSizeInBytes = maxSizeInBytes;

    /// <summary>How many bytes it may have.</summary>
    public long MaxSizeInBytes { get; }

    /// <summary>How many bytes it has.</summary>
    public long SizeInBytes { get; private set; }

    /// <summary>How many messages it has.</summary>
    public int Count => _encoded.Count;

    internal IReadOnlyList<byte[]> Encoded => _encoded;

    /// <summary>Adds a message as it is now.</summary>
    /// <returns>False where there is no room for it.</returns>
    public bool TryAddMessage(ServiceBusMessage message)
    {
        byte[] bytes = MessageConverter.Encode(message);
        if (SizeInBytes + bytes.Length + Overhead > MaxSizeInBytes)
            return false;
        SizeInBytes += bytes.Length + Overhead;
        _encoded.Add(bytes);
        return true;
    }

    /// <summary>Empties it.</summary>
    public void Dispose()
    {
        _encoded.Clear();
        SizeInBytes = 0;
    }
}
