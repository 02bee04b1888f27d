using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EntCredit.Bench.Scenarios;

/// <summary>The bare floor of the ledger: the very rows that it wrote, put by prepared statements into the same tables and indexes of an empty file, nothing computed.</summary>
internal sealed class LedgerAppendFloor
{
    private readonly List<string> _schema = [];
    private readonly List<(string Insert, List<object?[]> Rows)> _tables = [];

    /// <summary>Remembers every row of a ledger's file.</summary>
    public LedgerAppendFloor(string ledger)
    {
        using var connection = Open(ledger);
        foreach (var row in Read(connection, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")) _schema.Add((string)row[0]!);
        foreach (var row in Read(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'"))
        {
            // Hashed keys arrive in no order; a table clustered by them is read by its other column.
            var rows = Read(connection, $"SELECT * FROM {row[0]}{(row[0] is "record_keys" ? " ORDER BY stream" : row[0] is "aliases" ? " ORDER BY position" : string.Empty)}");
            if (rows.Count > 0) _tables.Add(($"INSERT INTO {row[0]} VALUES ({string.Join(',', Enumerable.Repeat('?', rows[0].Length))})", rows));
        }
    }

    /// <summary>Writes the rows into an empty file, in so many durable transactions.</summary>
    public void Write(string file, int transactions)
    {
        using var connection = Open(file);
        foreach (var pragma in new[] { "journal_mode = WAL", "synchronous = FULL", "temp_store = MEMORY", "cache_size = -131072", "wal_autocheckpoint = 8000" })
            Read(connection, "PRAGMA " + pragma);
        foreach (var sql in _schema) Read(connection, sql);
        var statements = _tables.ConvertAll(table => Prepare(connection, table.Insert));
        for (var transaction = 0; transaction < transactions; transaction++)
        {
            Read(connection, "BEGIN IMMEDIATE");
            for (var table = 0; table < _tables.Count; table++)
            {
                var rows = _tables[table].Rows;
                var (from, until) = ((long)rows.Count * transaction / transactions, (long)rows.Count * (transaction + 1) / transactions);
                for (var row = from; row < until; row++) Insert(connection, statements[table], rows[(int)row]);
            }

            Read(connection, "COMMIT");
        }

        foreach (var statement in statements) statement.Dispose();
    }

    private static void Insert(SqliteConnection connection, sqlite3_stmt statement, object?[] row)
    {
        for (var column = 0; column < row.Length; column++)
        {
            _ = row[column] switch
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

    private static sqlite3_stmt Prepare(SqliteConnection connection, string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement), connection.Handle);
        return statement;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static List<object?[]> Read(SqliteConnection connection, string sql)
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
}
