using Microsoft.Data.Sqlite;

namespace EntCredit.LocalRuntime.Worker.Hosting;

/// <summary>The host's own memory, <c>host.db</c>: receipts of blobs and the status of schedules. One connection, used by one at a time.</summary>
internal sealed class HostDatabase : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        CREATE TABLE IF NOT EXISTS blob_receipt (
            seq INTEGER PRIMARY KEY,
            function TEXT NOT NULL,
            container TEXT NOT NULL,
            name TEXT NOT NULL,
            etag TEXT NOT NULL,
            status INTEGER NOT NULL,
            tries INTEGER NOT NULL,
            due INTEGER NOT NULL,
            error TEXT,
            UNIQUE (function, container, name, etag)
        );
        CREATE INDEX IF NOT EXISTS blob_open ON blob_receipt (function, due, seq) WHERE status < 2;
        CREATE TABLE IF NOT EXISTS timer_status (
            function TEXT PRIMARY KEY,
            schedule TEXT NOT NULL,
            last INTEGER NOT NULL,
            next INTEGER NOT NULL,
            updated INTEGER NOT NULL
        ) WITHOUT ROWID;
        """;

    private readonly SqliteConnection _connection;
    private readonly Lock _lock = new();

    public HostDatabase(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        _connection.Open();
        Run(c =>
        {
            c.CommandText = Schema;
            return c.ExecuteNonQuery();
        });
    }

    /// <summary>Runs one command.</summary>
    public T Run<T>(Func<SqliteCommand, T> work)
    {
        lock (_lock)
        {
            using SqliteCommand command = _connection.CreateCommand();
            return work(command);
        }
    }

    /// <summary>Runs one command as often as wanted in one transaction.</summary>
    public T RunInTransaction<T>(Func<SqliteCommand, T> work)
    {
        lock (_lock)
        {
            using SqliteTransaction transaction = _connection.BeginTransaction();
            using SqliteCommand command = _connection.CreateCommand();
            command.Transaction = transaction;
            T result = work(command);
            transaction.Commit();
            return result;
        }
    }

    public void Dispose() => _connection.Dispose();
}
