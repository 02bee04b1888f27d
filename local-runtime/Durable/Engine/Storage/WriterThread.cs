using System.Threading.Channels;
using EntCredit.LocalRuntime.Durable.Engine.Dispatch;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Durable.Engine.Storage;

/// <summary>
/// The one writer. What comes while a transaction commits goes into the next one (group commit), and nobody is told of anything before it
/// is on disk. Work that throws is taken out and the rest of its group is done again.
/// </summary>
internal sealed class WriterThread : IDisposable
{
    private const int LargestGroup = 1000;
    private readonly Channel<StoreWork> _queue = Channel.CreateBounded<StoreWork>(
        new BoundedChannelOptions(8192) { SingleReader = true, AllowSynchronousContinuations = false });
    private readonly StoreWriter _store;
    private readonly Action<StoreEffect> _tell;
    private readonly LoadCounter _load;
    private readonly ILogger _logger;
    private readonly Thread _thread;
    private volatile bool _abandoned;
    private long _transactions;

    public WriterThread(StoreWriter store, Action<StoreEffect> tell, LoadCounter load, ILogger logger)
    {
        (_store, _tell, _load, _logger) = (store, tell, load, logger);
        _thread = new Thread(Run) { IsBackground = true, Name = "durable-writer" };
    }

    /// <summary>How many transactions were committed.</summary>
    public long Transactions => Interlocked.Read(ref _transactions);

    public void Start() => _thread.UnsafeStart();

    /// <summary>Does a piece of work in a transaction and gives its result once that is on disk.</summary>
    /// <exception cref="ObjectDisposedException">The engine has stopped.</exception>
    public async Task<T> Submit<T>(Func<StoreWriter, T> apply, CancellationToken cancellation = default)
    {
        var work = new StoreWork<T>(apply, null);
        await Enqueue(work, cancellation);
        return await work.Task;
    }

    /// <summary>Does a piece of work and, once it is on disk, tells of it on the writer's thread.</summary>
    public ValueTask Post<T>(Func<StoreWriter, T> apply, Action<T> committed, Action<Exception> failed) =>
        Enqueue(new StoreWork<T>(apply, committed) { WhenFailed = failed }, CancellationToken.None);

    /// <summary>Finishes what is queued and ends.</summary>
    public void Stop()
    {
        _queue.Writer.TryComplete();
        if (_thread.IsAlive)
            _thread.Join();
    }

    /// <summary>Ends between two transactions and forgets what is queued, as a killed process would.</summary>
    public void Abandon()
    {
        _abandoned = true;
        Stop();
    }

    public void Dispose() => _store.Dispose();

    private async ValueTask Enqueue(StoreWork work, CancellationToken cancellation)
    {
        _load.Enter();
        try
        {
            await _queue.Writer.WriteAsync(work, cancellation);
        }
        catch (Exception e)
        {
            _load.Leave();
            throw e is ChannelClosedException ? new ObjectDisposedException("The durable engine has stopped.", e) : e;
        }
    }

    private void Run()
    {
        var group = new List<StoreWork>();
        while (Wait())
        {
            group.Clear();
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var work))
                group.Add(work);
            if (!_abandoned)
                Commit(group);
        }
    }

    private bool Wait()
    {
        var ready = _queue.Reader.WaitToReadAsync();
        return ready.IsCompleted ? ready.Result : ready.AsTask().GetAwaiter().GetResult();
    }

    private void Commit(List<StoreWork> group)
    {
        while (group.Count > 0)
        {
            var (culprit, failure) = TryCommit(group);
            if (failure is null)
                break;
            // Without a culprit the commit itself failed: a full or broken disk fails the whole group.
            var failed = culprit is null ? group.ToArray() : [culprit];
            foreach (var work in failed)
            {
                Guard(() => work.Failed(failure));
                _load.Leave();
                group.Remove(work);
            }
        }

        foreach (var work in group)
        {
            foreach (var effect in work.Effects)
                Guard(() => _tell(effect));
            Guard(work.Committed);
            _load.Leave();
        }
    }

    private (StoreWork? Culprit, Exception? Failure) TryCommit(List<StoreWork> group)
    {
        StoreWork? current = null;
        try
        {
            _store.Begin();
            foreach (var work in group)
            {
                current = work;
                _store.Effects = work.Effects;
                work.Effects.Clear();
                work.Apply(_store);
            }

            current = null;
            _store.Commit();
            Interlocked.Increment(ref _transactions);
            return default;
        }
#pragma warning disable CA1031 // The writer outlives whatever one piece of work does.
        catch (Exception failure)
        {
            _logger.LogError(failure, "A write to the durable store failed.");
            try
            {
                _store.Rollback();
            }
            catch (Exception)
            {
                // SQLite rolled back by itself.
            }

            return (current, failure);
        }
#pragma warning restore CA1031
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
#pragma warning disable CA1031 // What is committed is committed, whatever the listeners do.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _logger.LogError(failure, "The durable engine failed after a commit.");
        }
    }
}
