using Microsoft.Data.Sqlite;

namespace EntCredit.Bench.Scenarios.Messages;

/// <summary>What a message costs at least: a row added, marked as given out, and deleted, each in a durable transaction shared with others.</summary>
internal static class MessagesFloor
{
    /// <summary>Adds, marks and deletes so many rows, so many a transaction.</summary>
    public static void Run(string file, int messages, int size, int group)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL");
        Execute(connection, "PRAGMA synchronous=FULL");
        Execute(connection, "CREATE TABLE message(seq INTEGER PRIMARY KEY, state INTEGER NOT NULL, data BLOB NOT NULL)");
        foreach (var sql in new[] { "INSERT INTO message VALUES ($seq, 0, $data)", "UPDATE message SET state=1 WHERE seq=$seq", "DELETE FROM message WHERE seq=$seq" })
        {
            Groups(connection, sql, messages, new byte[size], group);
        }
    }

    private static void Groups(SqliteConnection connection, string sql, int messages, byte[] data, int group)
    {
        for (var from = 0; from < messages; from += group)
        {
            using var transaction = connection.BeginTransaction();
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
#pragma warning disable CA2100 // The statements are this file's.
            command.CommandText = sql;
#pragma warning restore CA2100
            var sequence = command.Parameters.Add("$seq", SqliteType.Integer);
            if (sql.Contains("$data", StringComparison.Ordinal))
                command.Parameters.AddWithValue("$data", data);
            for (var row = from; row < Math.Min(messages, from + group); row++)
            {
                sequence.Value = row;
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are this file's.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
