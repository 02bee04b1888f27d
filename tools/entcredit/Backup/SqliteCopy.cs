using Microsoft.Data.Sqlite;

namespace EntCredit.Cli.Backup;

/// <summary>Copies a SQLite file that is being written to, as it was at one moment.</summary>
internal static class SqliteCopy
{
    /// <summary>Copies by SQLite's online backup.</summary>
    public static void Of(string source, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var from = Open(source, SqliteOpenMode.ReadWrite);
        using var to = Open(target, SqliteOpenMode.ReadWriteCreate);
        from.BackupDatabase(to);

        // One file, with nothing beside it: who opens it makes it WAL again.
        using var single = to.CreateCommand();
        single.CommandText = "PRAGMA journal_mode = DELETE";
        single.ExecuteNonQuery();
    }

    /// <summary>The ledger's last position, and the hash of the event there.</summary>
    public static (long Position, string Head) HeadOf(string ledger)
    {
        using var connection = Open(ledger, SqliteOpenMode.ReadOnly);
        using var head = connection.CreateCommand();
        head.CommandText = "SELECT position, hex(hash) FROM events ORDER BY position DESC LIMIT 1";
        using var row = head.ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetString(1)) : (0, "");
    }

    /// <summary>Up to which position the messages of a ledger's facts have left.</summary>
    public static long SentThrough(string ledger)
    {
        using var connection = Open(ledger, SqliteOpenMode.ReadOnly);
        using var cursor = connection.CreateCommand();
        cursor.CommandText = "SELECT coalesce((SELECT position FROM outbox WHERE id = 1), 0)";
        return (long)cursor.ExecuteScalar()!;
    }

    /// <summary>Lets a copied ledger send again what left after a position: a message that comes twice is known by its id.</summary>
    public static void SendAgainAfter(string copy, long position)
    {
        using var connection = Open(copy, SqliteOpenMode.ReadWrite);
        using var move = connection.CreateCommand();
        move.CommandText = "UPDATE outbox SET position = min(position, $position) WHERE id = 1";
        move.Parameters.AddWithValue("$position", position);
        move.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 60 }.ConnectionString);
        connection.Open();
        return connection;
    }
}
