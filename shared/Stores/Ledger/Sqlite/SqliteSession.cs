using Microsoft.Data.Sqlite;

namespace EntCredit.Stores.Ledger.Sqlite;

/// <summary>One connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    // A statement's text is mostly a constant: found by being the same, not by reading it to its end.
    private readonly Dictionary<object, Statement> _same = new(ReferenceEqualityComparer.Instance);

    public SqliteSession(string path, params ReadOnlySpan<string> pragmas)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        _connection.Open();
        foreach (var pragma in pragmas) Execute("PRAGMA " + pragma);
    }

    /// <summary>A statement, prepared once, ready for its first parameter.</summary>
    public Statement Prepare(string sql)
    {
        if (!_same.TryGetValue(sql, out var statement) && !_statements.TryGetValue(sql, out statement))
        {
            _statements[sql] = statement = new Statement(_connection.Handle!, sql);
            if (string.IsInterned(sql) is { } constant) _same[constant] = statement;
        }

        statement.Reset();
        return statement;
    }

    /// <summary>Runs one or several statements that are not worth keeping.</summary>
    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The product's own constants; values are always bound.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _connection.Dispose();
    }
}
