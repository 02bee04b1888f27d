using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EntCredit.LocalRuntime.Messaging.Storage;

/// <summary>A prepared statement whose parameters are bound by their number, and the row that it is at.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="connection">An open connection.</param>
    /// <param name="sql">One statement with parameters ?1, ?2, ….</param>
    public PreparedStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, sql, out _statement), _database);
    }

    /// <summary>Runs it and gives how many rows it changed.</summary>
    public int Execute(params ReadOnlySpan<object?> values)
    {
        long before = raw.sqlite3_total_changes(_database);
        Run<object>(null, null, values);
        return (int)(raw.sqlite3_total_changes(_database) - before);
    }

    /// <summary>Runs it and gives the number in the first row; null for none.</summary>
    public long? Scalar(params ReadOnlySpan<object?> values)
    {
        var found = new List<long?>();
        Run(row => row.NumberOrNull(0), found, values);
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>Runs it and reads each row.</summary>
    public List<T> Read<T>(Func<PreparedStatement, T> row, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        Run(row, rows, values);
        return rows;
    }

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public long? NumberOrNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL ? null : Number(column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public byte[]? BytesOrNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL ? null : Bytes(column);

    public void Dispose() => _statement.Dispose();

    private void Run<T>(Func<PreparedStatement, T>? row, List<T>? rows, ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++)
            Bind(i + 1, values[i]);
        try
        {
            int code;
            while ((code = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW)
                if (row is not null)
                    rows!.Add(row(this));
            SqliteException.ThrowExceptionForRC(code, _database);
        }
        finally
        {
            // Its answer repeats the failure that was thrown.
            _ = raw.sqlite3_reset(_statement);
        }
    }

    private void Bind(int index, object? value) =>
        SqliteException.ThrowExceptionForRC(
            value switch
            {
                null => raw.sqlite3_bind_null(_statement, index),
                long number => raw.sqlite3_bind_int64(_statement, index, number),
                int number => raw.sqlite3_bind_int64(_statement, index, number),
                string text => raw.sqlite3_bind_text(_statement, index, text),
                byte[] bytes => raw.sqlite3_bind_blob(_statement, index, bytes),
                _ => throw new ArgumentException($"A {value.GetType().Name} is not kept.", nameof(value)),
            },
            _database
        );
}
