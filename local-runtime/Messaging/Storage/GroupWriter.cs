using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Messaging.Storage;

/// <summary>
/// The one writer of a store. What comes while a transaction commits goes into the next one (group commit), and nobody is told of anything
/// before it is on disk. Work that throws is taken out and the rest of its group is done again.
/// </summary>
internal sealed class GroupWriter<TStore> : IDisposable
    where TStore : IGroupStore
{
    private const int LargestGroup = 1000;

    // Unbounded: the writer's own thread adds to it and must never wait. Whoever else does waits for an answer to each piece of work.
    private readonly Channel<GroupWork<TStore>> _queue = Channel.CreateUnbounded<GroupWork<TStore>>(new() { SingleReader = true });
    private readonly TStore _store;
    private readonly Action<TStore> _committed;
    private readonly ILogger _logger;
    private readonly Thread _thread;
    private volatile bool _abandoned;
    private int _pending;

    /// <param name="store">The store; it is the writer's from now on.</param>
    /// <param name="committed">Called on the writer's thread after each commit.</param>
    /// <param name="name">The thread's name.</param>
    /// <param name="logger">Where failures go.</param>
    public GroupWriter(TStore store, Action<TStore> committed, string name, ILogger logger)
    {
        (_store, _committed, _logger) = (store, committed, logger);
        _thread = new Thread(Run) { IsBackground = true, Name = name };
    }

    /// <summary>Whether work is queued or being done.</summary>
    public bool IsBusy => Volatile.Read(ref _pending) > 0;

    public void Start() => _thread.UnsafeStart();

    /// <summary>Does a piece of work in a transaction and gives its result once that is on disk.</summary>
    /// <exception cref="ObjectDisposedException">The writer has stopped.</exception>
    public Task<T> Submit<T>(Func<TStore, T> apply)
    {
        var source = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(apply, result => source.TrySetResult(result), failure => source.TrySetException(failure));
        return source.Task;
    }

    /// <summary>Does a piece of work and, once it is on disk, tells of it on the writer's thread.</summary>
    public void Post<T>(Func<TStore, T> apply, Action<T> committed, Action<Exception> failed)
    {
        Interlocked.Increment(ref _pending);
        if (_queue.Writer.TryWrite(new GroupWork<TStore, T>(apply, committed, failed)))
            return;
        Interlocked.Decrement(ref _pending);
        failed(new ObjectDisposedException("The store has been closed."));
    }

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

    private void Run()
    {
        var group = new List<GroupWork<TStore>>();
        while (Wait())
        {
            group.Clear();
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out GroupWork<TStore>? work))
                group.Add(work);
            if (!_abandoned)
                Commit(group);
        }
    }

    private bool Wait()
    {
        ValueTask<bool> ready = _queue.Reader.WaitToReadAsync();
        return ready.IsCompleted ? ready.Result : ready.AsTask().GetAwaiter().GetResult();
    }

    private void Commit(List<GroupWork<TStore>> group)
    {
        while (group.Count > 0)
        {
            (GroupWork<TStore>? culprit, Exception? failure) = TryCommit(group);
            if (failure is null)
                break;
            // Without a culprit the commit itself failed: a full or broken disk fails the whole group.
            GroupWork<TStore>[] failed = culprit is null ? [.. group] : [culprit];
            foreach (GroupWork<TStore> work in failed)
            {
                Guard(() => work.Failed(failure));
                group.Remove(work);
                Interlocked.Decrement(ref _pending);
            }
        }
        if (group.Count == 0)
            return;
        foreach (GroupWork<TStore> work in group)
            Guard(work.Committed);
        // After what each piece asked for: who sees the writer idle sees what this led to as well.
        Guard(() => _committed(_store));
        Interlocked.Add(ref _pending, -group.Count);
    }

    private (GroupWork<TStore>? Culprit, Exception? Failure) TryCommit(List<GroupWork<TStore>> group)
    {
        GroupWork<TStore>? current = null;
        try
        {
            _store.Begin();
            foreach (GroupWork<TStore> work in group)
            {
                current = work;
                work.Apply(_store);
            }
            current = null;
            _store.Commit();
            return default;
        }
        catch (Exception failure)
        {
            _logger.LogError(failure, "A write to the store failed.");
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
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure)
        {
            // What is committed is committed, whatever the listeners do.
            _logger.LogError(failure, "What followed a commit failed.");
        }
    }
}
