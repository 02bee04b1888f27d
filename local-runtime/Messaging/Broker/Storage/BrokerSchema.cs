using Microsoft.Data.Sqlite;

namespace EntCredit.LocalRuntime.Messaging.Broker.Storage;

/// <summary>
/// The tables. Sequence numbers grow by arrival, so messages are appended. What changes with each delivery lies apart from the content, which
/// never moves.
/// </summary>
internal static class BrokerSchema
{
    private const int Current = 1;

    private const string Tables = """
        CREATE TABLE counter(reserved INTEGER NOT NULL);
        INSERT INTO counter VALUES (0);
        CREATE TABLE entity(id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE COLLATE NOCASE);
        CREATE TABLE message(
          seq INTEGER PRIMARY KEY, entity INTEGER NOT NULL, state INTEGER NOT NULL, original INTEGER NOT NULL, enqueued INTEGER NOT NULL,
          deliveries INTEGER NOT NULL, locks INTEGER NOT NULL, clock INTEGER NOT NULL, due INTEGER, expires INTEGER, ttl INTEGER);
        CREATE INDEX message_place ON message(entity, state, seq);
        CREATE INDEX message_due ON message(clock, due) WHERE due IS NOT NULL;
        CREATE TABLE content(seq INTEGER PRIMARY KEY, annotations BLOB, data BLOB NOT NULL);
        CREATE TABLE seen(entity INTEGER NOT NULL, id TEXT NOT NULL, until INTEGER NOT NULL, PRIMARY KEY(entity, id)) WITHOUT ROWID;
        CREATE INDEX seen_until ON seen(until);
        """;

    /// <summary>Opens the database for the one writer and makes its tables where there are none.</summary>
    /// <exception cref="InvalidDataException">The database is of another version of this runtime.</exception>
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        // FULL: a commit is on disk before anyone is told of it.
        Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384;");
        int found = Convert.ToInt32(Run(connection, "PRAGMA user_version;"));
        if (found == 0)
            Run(connection, $"BEGIN IMMEDIATE; {Tables} PRAGMA user_version={Current}; COMMIT;");
        // What is no longer declared waits, untouched, for the day that it is again.
        Run(connection, "CREATE TEMP TABLE declared(entity INTEGER PRIMARY KEY);");
        if (found != 0 && found != Current)
            throw new InvalidDataException($"The message database {path} has schema version {found}; this runtime knows {Current}.");
        return connection;
    }

    private static object? Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text comes from this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
