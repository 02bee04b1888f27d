using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EntCredit.LocalRuntime.Storage;

/// <summary>A prepared statement with parameters ?1, ?2, …, bound by their number: no look-up by name, nothing made anew for a run.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, sql, out _statement), _database);
    }

    /// <summary>Runs it and gives how many rows it changed.</summary>
    public int Execute(params ReadOnlySpan<object?> values)
    {
        // The total: what the last change was, a statement that changes nothing leaves as it is.
        var before = raw.sqlite3_total_changes(_database);
        Run(null, values);
        return raw.sqlite3_total_changes(_database) - before;
    }

    /// <summary>Runs it and gives the number in the first column of its row; null for none.</summary>
    public long? Number(params ReadOnlySpan<object?> values)
    {
        long? number = null;
        Run(row => number = row.IsNull(0) ? null : row.Int64(0), values);
        return number;
    }

    /// <summary>Runs it and reads each row.</summary>
    public List<T> Read<T>(Func<Statement, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        Run(row => rows.Add(read(row)), values);
        return rows;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    public int Int32(int column) => raw.sqlite3_column_int(_statement, column);

    public long? Int64OrNull(int column) => IsNull(column) ? null : Int64(column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public byte[]? BytesOrNull(int column) => IsNull(column) ? null : Bytes(column);

    public void Dispose() => _statement.Dispose();

    private void Run(Action<Statement>? row, ReadOnlySpan<object?> values)
    {
        try
        {
            for (var i = 0; i < values.Length; i++)
                Bind(i + 1, values[i]);
            int code;
            while ((code = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW)
                row?.Invoke(this);
            if (code != raw.SQLITE_DONE)
                SqliteException.ThrowExceptionForRC(code, _database);
        }
        finally
        {
            // It tells the error of the last step once more, which was thrown.
            _ = raw.sqlite3_reset(_statement);
        }
    }

    private void Bind(int place, object? value)
    {
        var code = value switch
        {
            null => raw.sqlite3_bind_null(_statement, place),
            string text => raw.sqlite3_bind_text(_statement, place, text),
            byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
            long number => raw.sqlite3_bind_int64(_statement, place, number),
            int number => raw.sqlite3_bind_int(_statement, place, number),
            _ => throw new ArgumentException($"A {value.GetType()} is not stored.", nameof(value)),
        };
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, _database);
    }
}
