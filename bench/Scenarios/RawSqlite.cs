using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EntCredit.Bench.Scenarios;

/// <summary>SQLite with nothing between: what the floors are written with.</summary>
internal static class RawSqlite
{
    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    public static List<object?[]> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the file that this program made.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var column = 0; column < row.Length; column++) row[column] = reader.IsDBNull(column) ? null : reader.GetValue(column);
            rows.Add(row);
        }

        return rows;
    }

    public static sqlite3_stmt Prepare(SqliteConnection connection, string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement), connection.Handle);
        return statement;
    }

    /// <summary>Runs a prepared statement that gives no rows.</summary>
    public static void Run(SqliteConnection connection, sqlite3_stmt statement, params ReadOnlySpan<object?> values)
    {
        for (var column = 0; column < values.Length; column++)
        {
            _ = values[column] switch
            {
                long number => raw.sqlite3_bind_int64(statement, column + 1, number),
                byte[] bytes => raw.sqlite3_bind_blob(statement, column + 1, bytes),
                string text => raw.sqlite3_bind_text(statement, column + 1, text),
                _ => raw.sqlite3_bind_null(statement, column + 1),
            };
        }

        var code = raw.sqlite3_step(statement);
        if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, connection.Handle);
        _ = raw.sqlite3_reset(statement);
    }
}
