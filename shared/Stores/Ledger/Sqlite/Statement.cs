using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EntCredit.Stores.Ledger.Sqlite;

/// <summary>A prepared statement that is used again and again: parameters in order, no name look-ups, no boxing.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int _bound;

    public Statement(sqlite3 database, string sql)
    {
        _database = database;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out _statement), database);
    }

    public Statement Bind(long value) => Checked(raw.sqlite3_bind_int64(_statement, ++_bound, value));

    public Statement Bind(long? value) => value is { } number ? Bind(number) : Null();

    public Statement Bind(bool value) => Bind(value ? 1L : 0L);

    public Statement Bind(string? value) => value is null ? Null() : Checked(raw.sqlite3_bind_text(_statement, ++_bound, value));

    public Statement BindText(ReadOnlySpan<byte> utf8) => Checked(raw.sqlite3_bind_text(_statement, ++_bound, utf8));

    public Statement Bind(ReadOnlySpan<byte> value) => Checked(raw.sqlite3_bind_blob(_statement, ++_bound, value));

    /// <summary>To the next row; false at the end, where the statement is ready to be used again.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW) return true;
        Reset();
        if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, _database);
        return false;
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Runs a statement that gives no rows; how many rows it has written.</summary>
    public int Write()
    {
        Run();
        return raw.sqlite3_changes(_database);
    }

    /// <summary>What the first row gives, or null.</summary>
    public T? First<T>(Func<Statement, T> read)
        where T : struct
    {
        try
        {
            return Step() ? read(this) : null;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>The first row's first column as text, or null.</summary>
    public string? FirstText()
    {
        try
        {
            return Step() && !IsNull(0) ? Text(0) : null;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>What every row gives.</summary>
    public List<T> All<T>(Func<Statement, T> read)
    {
        var rows = new List<T>();
        try
        {
            while (Step()) rows.Add(read(this));
        }
        finally
        {
            Reset();
        }

        return rows;
    }

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>The column's bytes, text as UTF-8; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public void Reset()
    {
        _ = raw.sqlite3_reset(_statement);
        _bound = 0;
    }

    public void Dispose() => _statement.Dispose();

    private Statement Null() => Checked(raw.sqlite3_bind_null(_statement, ++_bound));

    private Statement Checked(int code)
    {
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, _database);
        return this;
    }
}
