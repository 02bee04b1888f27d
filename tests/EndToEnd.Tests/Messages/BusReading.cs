using Microsoft.Data.Sqlite;

namespace EntCredit.EndToEnd.Tests.Messages;

/// <summary>What lies in the broker's file, asked of SQLite itself.</summary>
internal static class BusReading
{
    /// <summary>How many messages lie there.</summary>
    public static long Messages(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM message";
        return (long)command.ExecuteScalar()!;
    }
}
