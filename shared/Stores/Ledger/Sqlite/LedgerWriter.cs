using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace EntCredit.Stores.Ledger.Sqlite;

/// <summary>
/// The one writer, on a thread of its own. What callers ask for while a commit runs is gathered into the next: each call all or nothing
/// of it, the group one durable commit. Nobody is told before the commit.
/// </summary>
internal sealed class LedgerWriter : IDisposable
{
    private const int MostJobs = 1_000;
    private const int MostWeight = 5_000;

    private readonly BlockingCollection<WriterJob> _jobs = [];
    private readonly SqliteSession _session;
    private readonly AppendTarget _target;
    private readonly Thread _thread;

    public LedgerWriter(SqliteSession session, AppendTarget target)
    {
        (_session, _target) = (session, target);
        _thread = new Thread(Work) { IsBackground = true, Name = "ledger-writer" };
        _thread.Start();
    }

    public Task RunAsync(Action<AppendTarget> work, int weight, CancellationToken cancellation)
    {
        var job = new WriterJob(work, weight, cancellation);
        try
        {
            _jobs.Add(job, cancellation);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(SqliteLedger));
        }

        return job.Task;
    }

    /// <summary>Finishes what was asked for, then closes.</summary>
    public void Dispose()
    {
        _jobs.CompleteAdding();
        _thread.Join();
        _session.Dispose();
        _jobs.Dispose();
    }

    private void Work()
    {
        var group = new List<WriterJob>();
        foreach (var first in _jobs.GetConsumingEnumerable())
        {
            group.Clear();
            group.Add(first);
            var weight = first.Weight;
            while (group.Count < MostJobs && weight < MostWeight && _jobs.TryTake(out var next))
            {
                group.Add(next);
                weight += next.Weight;
            }

            Commit(group);
            foreach (var job in group) job.Tell();
        }
    }

    // Savepoints make every statement dearer the more the group has written: they are taken only once a job has failed, and then all is done again.
    private void Commit(List<WriterJob> group)
    {
        if (Attempt(group, Do) is not { } failure) return;
        if (group.Count > 1) failure = Attempt(group, Try);
        if (failure is null) return;
        foreach (var job in group) job.Fail(failure);
    }

    private Exception? Attempt(List<WriterJob> group, Action<WriterJob> work)
    {
        try
        {
            _session.Prepare("BEGIN IMMEDIATE").Run();
            _target.Begin();
            foreach (var job in group) work(job);
            _session.Prepare("COMMIT").Run();
            return null;
        }
        catch (Exception failure)
        {
            RollBack();
            return failure;
        }
    }

    private void Do(WriterJob job)
    {
        job.Cancellation.ThrowIfCancellationRequested();
        job.Work(_target);
    }

    private void Try(WriterJob job)
    {
        _session.Prepare("SAVEPOINT job").Run();
        try
        {
            Do(job);
        }
        catch (Exception failure)
        {
            job.Fail(failure);
            _session.Prepare("ROLLBACK TO job").Run();
            _target.Undone();
        }

        _session.Prepare("RELEASE job").Run();
    }

    private void RollBack()
    {
        try
        {
            _session.Prepare("ROLLBACK").Run();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, or never began: there is nothing left to undo.
        }

        _target.Projections.Forget();
    }
}
