using System.Collections.Concurrent;

namespace EntCredit.Stores.Ledger.Sqlite;

/// <summary>The reading side of the ledger's file, shared by the ledger and its views: sessions are kept, each read sees one state of the file.</summary>
public sealed class ReadSessions : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private readonly string _path;
    private volatile bool _closed;

    internal ReadSessions(string path) => _path = path;

    /// <inheritdoc/>
    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var session)) session.Dispose();
    }

    // A read takes microseconds and never waits for the writer: a task is made for the port, not for the thread.
    internal Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<T>(cancellation);
        try
        {
            return Task.FromResult(Read(read));
        }
        catch (Exception failure)
        {
            return Task.FromException<T>(failure);
        }
    }

    internal T Read<T>(Func<SqliteSession, T> read)
    {
        var session = _idle.TryTake(out var idle) ? idle : Open();
        try
        {
            session.Prepare("BEGIN").Run();
            var result = read(session);
            session.Prepare("COMMIT").Run();
            Return(session);
            return result;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private SqliteSession Open()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        return new SqliteSession(_path, "busy_timeout = 30000", "query_only = 1", "mmap_size = 268435456");
    }

    private void Return(SqliteSession session)
    {
        if (_closed) session.Dispose();
        else _idle.Add(session);
    }
}
