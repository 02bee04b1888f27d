using EntCredit.LocalRuntime.Storage;
using Microsoft.Data.Sqlite;

namespace EntCredit.LocalRuntime.Durable.Engine.Storage;

/// <summary>
/// Carries the write-ahead log into the database beside the writer, so that no commit waits for that. It never catches up with a writer that
/// never rests: then the writer carries over the little that is left.
/// </summary>
internal sealed class Checkpointer : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Statement _checkpoint;
    private readonly AutoResetEvent _due = new(false);
    private readonly Thread _thread;
    private volatile bool _ended;

    public Checkpointer(string path)
    {
        _connection = Schema.OpenForCheckpoints(path);
        _checkpoint = new Statement(_connection, "PRAGMA wal_checkpoint(PASSIVE)");
        _thread = new Thread(Run) { IsBackground = true, Name = "durable-checkpoints" };
        _thread.UnsafeStart();
    }

    /// <summary>The log has grown.</summary>
    public void Wake() => _due.Set();

    public void Dispose()
    {
        _ended = true;
        _due.Set();
        _thread.Join();
        _checkpoint.Dispose();
        _connection.Dispose();
        _due.Dispose();
    }

    private void Run()
    {
        while (_due.WaitOne() && !_ended)
        {
            try
            {
                _checkpoint.Execute();
            }
            catch (SqliteException)
            {
                // The log stays as it is, and the writer's own checkpoint says what is wrong.
            }
        }
    }
}
