using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using EntCredit.Bench.Scenarios;
using Microsoft.Data.Sqlite;

namespace EntCredit.Bench.Intake;

/// <summary>
/// The bare floor of an intake: the same bytes parsed into strings, each row's SHA-256, and the very rows that the intake wrote, put by plain inserts into
/// the same tables and indexes of an empty file, in as many durable transactions as the intake has segments. Nothing is checked, found or decided.
/// </summary>
internal sealed class IntakeFloor
{
    private const int RowsPerTransaction = 2000;

    // The tables behind the search of names make themselves, and nobody is registered here.
    private const string Own = "name NOT LIKE 'names%' AND name NOT LIKE 'sqlite%'";

    private readonly string _staged;
    private readonly List<string> _schema;
    private readonly List<(string Name, long Rows)> _tables = [];

    /// <summary>Lays a ledger's rows ready in the order in which they arrived.</summary>
    /// <param name="ledger">The ledger of the intake, at rest.</param>
    /// <param name="staged">A file to lay them in.</param>
    public IntakeFloor(string ledger, string staged)
    {
        _staged = staged;
        using var connection = RawSqlite.Open(staged);
        RawSqlite.Read(connection, "PRAGMA journal_mode = OFF");
        RawSqlite.Read(connection, $"ATTACH '{ledger}' AS written");
        _schema = [.. RawSqlite.Read(connection, $"SELECT sql FROM written.sqlite_schema WHERE sql IS NOT NULL AND {Own}").Select(row => (string)row[0]!)];
        foreach (var row in RawSqlite.Read(connection, $"SELECT name FROM written.sqlite_schema WHERE type = 'table' AND {Own}"))
        {
            // A table clustered by a hash or a number of somebody's is not in the order of arrival.
            var order = row[0] switch { "record_keys" => " ORDER BY stream", "aliases" => " ORDER BY position", _ => string.Empty };
            RawSqlite.Read(connection, $"CREATE TABLE {row[0]} AS SELECT * FROM written.{row[0]}{order}");
            _tables.Add(((string)row[0]!, (long)RawSqlite.Read(connection, $"SELECT count(*) FROM {row[0]}")[0][0]!));
        }
    }

    /// <summary>Reads the file and writes the rows; gives how many rows the file has.</summary>
    public int Run(string csv, string database, int rows)
    {
        using var connection = RawSqlite.Open(database);
        foreach (var pragma in new[] { "journal_mode = WAL", "synchronous = FULL", "temp_store = MEMORY", "cache_size = -32768", "wal_autocheckpoint = 8000" })
            RawSqlite.Read(connection, "PRAGMA " + pragma);
        foreach (var sql in _schema) RawSqlite.Read(connection, sql);
        RawSqlite.Read(connection, $"ATTACH '{_staged}' AS staged");
        var statements = _tables.ConvertAll(table => RawSqlite.Prepare(
            connection, $"INSERT INTO main.{table.Name} SELECT * FROM staged.{table.Name} WHERE rowid > ? AND rowid <= ?"));
        using var stream = File.OpenRead(csv);
        using var reader = CsvReader.Create(stream, new CsvReaderOptions { Encoding = PenaltyFile.Encoding, HasHeader = false, Separator = ',' });
        var (cells, hash, count) = (new string[PenaltyFile.Header.Length], new byte[SHA256.HashSizeInBytes], 0);
        reader.Read();
        for (var transaction = 0L; transaction * RowsPerTransaction < rows; transaction++)
        {
            for (var row = 0; row < RowsPerTransaction && reader.Read(); row++, count++)
            {
                for (var i = 0; i < cells.Length; i++) cells[i] = reader.GetString(i);
                SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', cells)), hash);
            }

            RawSqlite.Read(connection, "BEGIN IMMEDIATE");
            for (var table = 0; table < _tables.Count; table++)
                RawSqlite.Run(connection, statements[table], Part(_tables[table].Rows, transaction, rows), Part(_tables[table].Rows, transaction + 1, rows));
            RawSqlite.Read(connection, "COMMIT");
        }

        foreach (var statement in statements) statement.Dispose();
        return count;
    }

    private static long Part(long of, long transaction, int rows) => Math.Min(of, of * transaction * RowsPerTransaction / rows);
}
