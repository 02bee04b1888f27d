using System.Collections.Concurrent;

namespace EntCredit.LocalRuntime.Durable.Engine.Storage;

/// <summary>Readers that are kept open, as many as ever read at once.</summary>
internal sealed class ReaderPool(string path) : IDisposable
{
    private readonly ConcurrentBag<StoreReader> _free = [];
    private volatile bool _closed;
    private long _reads;

    /// <summary>How often something was read.</summary>
    public long Reads => Interlocked.Read(ref _reads);

    public T Read<T>(Func<StoreReader, T> read)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        Interlocked.Increment(ref _reads);
        var reader = _free.TryTake(out var free) ? free : new StoreReader(path);
        try
        {
            return read(reader);
        }
        finally
        {
            _free.Add(reader);
            if (_closed)
                Dispose();
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_free.TryTake(out var reader))
            reader.Dispose();
    }
}
