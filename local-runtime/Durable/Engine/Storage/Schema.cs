using Microsoft.Data.Sqlite;

namespace EntCredit.LocalRuntime.Durable.Engine.Storage;

/// <summary>The tables. Big ones are clustered by the instance's sequence number, which grows by arrival: random keys stay in one narrow index.</summary>
internal static class Schema
{
    private const int Current = 1;

    private const string Tables = """
        CREATE TABLE instance(
          seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, execution INTEGER NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL,
          status INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, start_at INTEGER,
          input TEXT, output TEXT, custom_status TEXT, failure TEXT, tags TEXT,
          parent_seq INTEGER, parent_execution INTEGER, parent_task INTEGER, parent_id TEXT, parent_name TEXT,
          trace_parent TEXT, trace_state TEXT, turns INTEGER NOT NULL, through INTEGER NOT NULL);
        CREATE INDEX instance_open ON instance(seq) WHERE status IN (0, 6, 7);
        CREATE INDEX instance_parent ON instance(parent_seq) WHERE parent_seq IS NOT NULL;
        CREATE TABLE message(
          instance INTEGER NOT NULL, ordinal INTEGER NOT NULL, kind INTEGER NOT NULL, task INTEGER NOT NULL, name TEXT, data TEXT,
          PRIMARY KEY(instance, ordinal)) WITHOUT ROWID;
        CREATE TABLE turn(
          instance INTEGER NOT NULL, number INTEGER NOT NULL, legal INTEGER NOT NULL, machine INTEGER NOT NULL,
          through INTEGER NOT NULL, actions TEXT, PRIMARY KEY(instance, number)) WITHOUT ROWID;
        CREATE TABLE activity(
          instance INTEGER NOT NULL, execution INTEGER NOT NULL, task INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, input TEXT,
          trace_parent TEXT, trace_state TEXT, deliveries INTEGER NOT NULL, PRIMARY KEY(instance, execution, task)) WITHOUT ROWID;
        CREATE TABLE timer(
          instance INTEGER NOT NULL, execution INTEGER NOT NULL, task INTEGER NOT NULL, clock INTEGER NOT NULL, due INTEGER NOT NULL,
          PRIMARY KEY(instance, execution, task)) WITHOUT ROWID;
        CREATE INDEX timer_due ON timer(clock, due);
        """;

    /// <summary>Opens the database for the one writer and makes its tables where there are none.</summary>
    /// <exception cref="InvalidOperationException">The database is of another version of this runtime.</exception>
    public static SqliteConnection OpenForWriting(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        // FULL: a commit is on disk before anyone is told of it.
        Run(connection, "PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=16000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384;");
        var found = Convert.ToInt32(Run(connection, "PRAGMA user_version;"));
        if (found == 0)
            Run(connection, $"BEGIN IMMEDIATE; {Tables} PRAGMA user_version={Current}; COMMIT;");
        else if (found != Current)
            throw new InvalidOperationException($"The durable database has schema version {found}; this runtime knows {Current}.");
        return connection;
    }

    /// <summary>Opens the database for checkpoints beside the writer.</summary>
    public static SqliteConnection OpenForCheckpoints(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Run(connection, "PRAGMA synchronous=FULL;");
        return connection;
    }

    /// <summary>Opens the database for reading beside the writer.</summary>
    public static SqliteConnection OpenForReading(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
        connection.Open();
        Run(connection, "PRAGMA busy_timeout=30000; PRAGMA cache_size=-4096;");
        return connection;
    }

    private static object? Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text comes from this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
