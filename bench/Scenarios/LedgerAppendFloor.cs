namespace EntCredit.Bench.Scenarios;

/// <summary>The bare floor of the ledger: the very rows that it wrote, put by prepared statements into the same tables and indexes of an empty file, nothing computed.</summary>
internal sealed class LedgerAppendFloor
{
    // The tables behind the search of names make themselves, and nobody is registered here.
    private const string Own = "name NOT LIKE 'names%' AND name NOT LIKE 'sqlite%'";

    private readonly List<string> _schema = [];
    private readonly List<(string Insert, List<object?[]> Rows)> _tables = [];

    /// <summary>Remembers every row of a ledger's file.</summary>
    public LedgerAppendFloor(string ledger)
    {
        using var connection = RawSqlite.Open(ledger);
        foreach (var row in RawSqlite.Read(connection, $"SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND {Own}")) _schema.Add((string)row[0]!);
        foreach (var row in RawSqlite.Read(connection, $"SELECT name FROM sqlite_schema WHERE type = 'table' AND {Own}"))
        {
            // Hashed keys arrive in no order; a table clustered by them is read by its other column.
            var rows = RawSqlite.Read(connection, $"SELECT * FROM {row[0]}{(row[0] is "record_keys" ? " ORDER BY stream" : row[0] is "aliases" ? " ORDER BY position" : string.Empty)}");
            if (rows.Count > 0) _tables.Add(($"INSERT INTO {row[0]} VALUES ({string.Join(',', Enumerable.Repeat('?', rows[0].Length))})", rows));
        }
    }

    /// <summary>Writes the rows into an empty file, in so many durable transactions.</summary>
    public void Write(string file, int transactions)
    {
        using var connection = RawSqlite.Open(file);
        foreach (var pragma in new[] { "journal_mode = WAL", "synchronous = FULL", "temp_store = MEMORY", "cache_size = -131072", "wal_autocheckpoint = 8000" })
            RawSqlite.Read(connection, "PRAGMA " + pragma);
        foreach (var sql in _schema) RawSqlite.Read(connection, sql);
        var statements = _tables.ConvertAll(table => RawSqlite.Prepare(connection, table.Insert));
        for (var transaction = 0; transaction < transactions; transaction++)
        {
            RawSqlite.Read(connection, "BEGIN IMMEDIATE");
            for (var table = 0; table < _tables.Count; table++)
            {
                var rows = _tables[table].Rows;
                var (from, until) = ((long)rows.Count * transaction / transactions, (long)rows.Count * (transaction + 1) / transactions);
                for (var row = from; row < until; row++) RawSqlite.Run(connection, statements[table], rows[(int)row]);
            }

            RawSqlite.Read(connection, "COMMIT");
        }

        foreach (var statement in statements) statement.Dispose();
    }
}
