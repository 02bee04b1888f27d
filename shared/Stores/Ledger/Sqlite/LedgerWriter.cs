using System.Collections.Concurrent;

namespace EntCredit.Stores.Ledger.Sqlite;

/// <summary>
/// The one writer, on a thread of its own. What callers ask for while a commit runs is gathered into the next: each call all or nothing
/// in a savepoint, the group one durable commit. Nobody is told before the commit.
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

    private void Commit(List<WriterJob> group)
    {
        try
        {
            _session.Prepare("BEGIN IMMEDIATE").Run();
            _target.Begin();
            foreach (var job in group) Try(job);
            _session.Prepare("COMMIT").Run();
        }
        catch (Exception failure)
        {
            foreach (var job in group) job.Fail(failure);
            RollBack();
        }
    }

    private void Try(WriterJob job)
    {
        _session.Prepare("SAVEPOINT job").Run();
        try
        {
            job.Cancellation.ThrowIfCancellationRequested();
            job.Work(_target);
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
        _target.Undone();
        try
        {
            _session.Prepare("ROLLBACK").Run();
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // SQLite has rolled back by itself, or never began: there is nothing left to undo.
        }
    }
}
