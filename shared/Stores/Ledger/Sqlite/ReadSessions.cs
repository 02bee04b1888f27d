using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

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
        var session = Rent();
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

    /// <summary>Rows as they are asked for, all of one state of the file, however many.</summary>
    internal async IAsyncEnumerable<T> StreamAsync<T>(
        Func<SqliteSession, Statement> query, Func<Statement, T> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        var session = Rent();
        var complete = false;
        try
        {
            var rows = query(session);
            while (rows.Step())
            {
                cancellation.ThrowIfCancellationRequested();
                yield return read(rows);
            }

            complete = true;
        }
        finally
        {
            if (complete) Return(session);
            else session.Dispose();
        }
    }

    /// <summary>A session of its own, for whoever reads the file from end to end: the file is mapped.</summary>
    internal static SqliteSession Open(string path) => new(path, "busy_timeout = 30000", "query_only = 1", "mmap_size = 268435456");

    // Not mapped: what many sessions have mapped counts as the process's memory, many times over, and grows with the file.
    private static SqliteSession OpenKept(string path) => new(path, "busy_timeout = 30000", "query_only = 1", "cache_size = -8192");

    private SqliteSession Rent()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        return _idle.TryTake(out var idle) ? idle : OpenKept(_path);
    }

    private void Return(SqliteSession session)
    {
        if (_closed) session.Dispose();
        else _idle.Add(session);
    }
}
